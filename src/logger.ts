import type { LogLevel } from './domain/log-level.ts';
import type { Logger } from './domain/logger.ts';

export const silentLogger: Logger = { info: () => {}, warn: () => {}, error: () => {} };

export interface LoggerOptions {
  readonly level: LogLevel;
  /** Values that must not be printed, wherever they turn up: in a field, a message, a stack. */
  readonly secrets?: readonly string[];
  /** Takes whole lines; standard error unless told. */
  readonly write?: (line: string) => void;
}

/** A logger that writes one JSON line an entry. Loads pino, so that commands which log nothing do not pay for it. */
export async function createLogger(options: LoggerOptions): Promise<Logger> {
  const { pino, stdSerializers } = await import('pino');
  const write = options.write ?? ((line: string) => void process.stderr.write(line));
  const mask = maskOf(options.secrets ?? []);
  const settings = {
    level: options.level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }), log: maskFields },
    serializers: { error: stdSerializers.err, cause: stdSerializers.err },
  };
  const log = pino(settings, { write: (line: string) => write(mask(line)) });
  return {
    info: (fields, message) => log.info(fields, message),
    warn: (fields, message) => log.warn(fields, message),
    error: (fields, message) => log.error(fields, message),
  };
}

const censored = '[redacted]';
const secretField = /token|secret|passw|api.?key|authorization|cookie|credential/i;

function maskFields(fields: Record<string, unknown>): Record<string, unknown> {
  return maskObject(fields, 0);
}

function maskObject(fields: Record<string, unknown>, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, secretField.test(name) ? censored : maskDeep(value, depth)]),
  );
}

// Errors are left to the serializer; what is nested deeper than five is no field that we log.
function maskDeep(value: unknown, depth: number): unknown {
  if (Array.isArray(value) && depth < 5) return value.map((item) => maskDeep(item, depth + 1));
  if (typeof value !== 'object' || value === null || value instanceof Error || depth >= 5) return value;
  return maskObject(value as Record<string, unknown>, depth + 1);
}

/** Replaces secrets in a finished line, so that it makes no difference which way one got into it. */
function maskOf(secrets: readonly string[]): (line: string) => string {
  // Values of under six characters would turn ordinary words into [redacted]; no platform's token is that short.
  const shapes = secrets.filter((secret) => secret.length >= 6).flatMap(shapesOf);
  const longestFirst = [...new Set(shapes)].sort((a, b) => b.length - a.length);
  return (line) => longestFirst.reduce((rest, secret) => rest.replaceAll(secret, censored), line);
}

/** As it is, as JSON writes it, as an address carries it. */
function shapesOf(secret: string): string[] {
  return [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)];
}
