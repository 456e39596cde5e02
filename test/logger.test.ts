import { expect, test } from 'vitest';
import type { LogLevel } from '../src/domain/log-level.ts';
import { createLogger } from '../src/logger.ts';

async function logged(level: LogLevel = 'info', secrets: string[] = []) {
  const lines: string[] = [];
  return { logger: await createLogger({ level, secrets, write: (line) => void lines.push(line) }), lines };
}

test('an entry is one line of JSON with level, time, fields and message', async () => {
  const { logger, lines } = await logged();
  logger.info({ adapter: 'terminal' }, 'started');
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { level: 'info', time: expect.stringMatching(/^\d{4}-.*Z$/), adapter: 'terminal', msg: 'started' },
  ]);
});

test('below the level nothing is written', async () => {
  const { logger, lines } = await logged('error');
  logger.warn({}, 'no');
  logger.error({}, 'yes');
  expect(lines).toHaveLength(1);
});

test('a secret is redacted wherever it turns up', async () => {
  const { logger, lines } = await logged('info', ['xoxb-"canary"/1']);
  const error = new Error('refused xoxb-"canary"/1', { cause: new Error('with xoxb-"canary"/1') });
  logger.error({ error, url: `https://x/?t=${encodeURIComponent('xoxb-"canary"/1')}` }, 'sent xoxb-"canary"/1');
  expect(lines.join('')).not.toContain('canary');
  expect(lines.join('')).toContain('[redacted]');
});

test('a field that is named like a secret is redacted at any depth', async () => {
  const { logger, lines } = await logged();
  logger.info({ token: 'abc', request: { headers: [{ Authorization: 'abc', host: 'kept' }] } }, 'call');
  expect(lines.join('')).not.toContain('abc');
  expect(lines.join('')).toContain('kept');
});

test('the stack and the cause of an error are kept for the log', async () => {
  const { logger, lines } = await logged();
  logger.error({ error: new Error('outer', { cause: new Error('inner') }) }, 'failed');
  expect(JSON.parse(lines[0] ?? '').error).toMatchObject({
    message: expect.stringContaining('inner'),
    stack: expect.any(String),
  });
});
