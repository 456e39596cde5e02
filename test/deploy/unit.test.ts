import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const unit = readFileSync(join(root, 'deploy/detente.service'), 'utf8');
const isThere = spawnSync('systemd-analyze', ['--version']).status === 0;

/** What systemd says of a unit whose program is one that is on this machine. */
function analyze(text: string, ...words: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'detente-unit-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'detente.service');
  writeFileSync(file, text.replace('/usr/bin/node ', `${process.execPath} `));
  const { status, stdout, stderr } = spawnSync('systemd-analyze', [...words, file], { encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

test('systemd takes the unit without a word', ({ skip }) => {
  if (!isThere) return skip('systemd-analyze is not on this machine');
  expect(analyze(unit, 'verify')).toEqual({ status: 0, said: '' });
});

test.for([
  ['Type=exec', 'Type=exek'],
  ['Restart=on-failure', 'Restrat=on-failure'],
  ['TimeoutStopSec=40', 'TimeoutStopSec=soon'],
  ['SystemCallFilter=@system-service', 'SystemCallFilter=@system-servant'],
] as const)('%s misspelt as %s would be told', ([right, wrong], { skip }) => {
  if (!isThere) return skip('systemd-analyze is not on this machine');
  expect(unit).toContain(right);
  expect(analyze(unit.replace(right, wrong), 'verify').said).toContain(
    wrong.split('=')[wrong.startsWith('Restrat') ? 0 : 1],
  );
});

test('its exposure is rated 2 of 10 at most', ({ skip }) => {
  if (!isThere) return skip('systemd-analyze is not on this machine');
  expect(analyze(unit, 'security', '--offline=true', '--threshold=20').status).toBe(0);
});

test('unit and compose file give the same time to stop, and neither starts a wrong configuration for ever', () => {
  const compose = readFileSync(join(root, 'compose.yaml'), 'utf8');
  const [, grace] = /^ {4}stop_grace_period: (\d+)s$/m.exec(compose) ?? [];
  const [, timeout] = /^TimeoutStopSec=(\d+)$/m.exec(unit) ?? [];
  expect(grace).toBe(timeout);
  expect(unit).toMatch(/^RestartPreventExitStatus=78$/m);
});
