import type { Logger as BoltLogger } from '@slack/bolt';
import type { Logger } from '../../../src/index.ts';

/** Bolt's warnings and errors in our log. Its own levels below them tell of every ping. */
export function boltLogger(logger: Logger): BoltLogger {
  const text = (parts: readonly unknown[]) =>
    parts.map((part) => (part instanceof Error ? part.message : String(part)));
  const fields = { adapter: 'slack', from: 'bolt' };
  const nothing = () => {};
  return {
    debug: nothing,
    info: nothing,
    warn: (...parts) => logger.warn(fields, text(parts).join(' ')),
    error: (...parts) => logger.error(fields, text(parts).join(' ')),
    setLevel: nothing,
    setName: nothing,
    getLevel: () => 'warn' as ReturnType<BoltLogger['getLevel']>,
  };
}
