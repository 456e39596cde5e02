import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { freePort } from '../free-port.ts';
import { faultsOf, jsonForm, type Stage, stagesOf } from './dockerfile.ts';

const root = join(import.meta.dirname, '../..');
const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8');
const stages = stagesOf(dockerfile);
const run = promisify(execFile);

test('the Dockerfile keeps the rules', () => {
  expect(stages).toHaveLength(3);
  expect(faultsOf(dockerfile)).toEqual([]);
});

test.for([
  ['FROM node:24-slim AS build', 'FROM node AS build', 'node: the base has no version'],
  ['FROM node:24-slim AS build', 'FROM node:latest AS build', 'node:latest: the base has no version'],
  ['COPY samples samples', 'ADD samples samples', 'ADD samples samples: COPY does'],
  ['--from=packages', '--from=package', 'COPY --from=package: no such stage'],
  ['ENV NODE_ENV', 'ENV SLACK_BOT_TOKEN=x NODE_ENV', expect.stringContaining('a secret in the image')],
  ['USER node', '', 'it runs as root'],
  ['USER node', 'USER root', 'it runs as root'],
  ['USER node', 'USER 0', 'it runs as root'],
  ['VOLUME /data', 'RUN chmod 777 /data', 'RUN after USER'],
  ['CMD ["node", "dist/src/cli.js", "serve"]', 'CMD node dist/src/cli.js', expect.stringContaining('not in JSON form')],
  ['HEALTHCHECK', '# HEALTHCHECK', 'HEALTHCHECK is missing'],
] as const)('%s made %s is reported', ([old, now, fault]) => {
  expect(dockerfile).toContain(old);
  expect(faultsOf(dockerfile.replace(old, now))).toContainEqual(fault);
});

test('what it copies is let through by .dockerignore, and nothing else is', () => {
  const allowed = readFileSync(join(root, '.dockerignore'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  expect(allowed[0]).toBe('*');
  const copied = new Set(
    stages.flatMap((stage) => copiesOf(stage)).flatMap(({ from, sources }) => (from ? [] : sources)),
  );
  expect(
    allowed
      .slice(1)
      .map((line) => line.replace(/^!/, ''))
      .sort(),
  ).toEqual([...copied].sort());
  for (const path of copied) expect(existsSync(join(root, path)), path).toBe(true);
});

interface Copy {
  readonly from?: string | undefined;
  readonly sources: readonly string[];
  readonly target: string;
}

function copiesOf({ steps }: Stage): Copy[] {
  return steps
    .filter(({ keyword }) => keyword === 'COPY')
    .map(({ flags, words }) => ({ from: flags['from'], sources: words.slice(0, -1), target: words.at(-1) ?? '' }));
}

/** The folder that the copies of a stage make, out of the checkout and the folders of earlier stages. */
function assemble(stage: Stage, earlier: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'detente-image-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const { from, sources, target } of copiesOf(stage))
    for (const source of sources) {
      const origin =
        from === undefined ? join(root, source) : join(earlier[from] ?? '', source.replace(/^\/app\//, ''));
      const place = join(folder, target.endsWith('/') ? join(target, source) : target);
      if (from === 'packages') symlinkSync(join(root, 'node_modules'), place);
      else cpSync(origin, place, { recursive: true });
    }
  return folder;
}

test('what it builds and copies is enough to run on', async () => {
  const [build, , image] = stages;
  if (build === undefined || image === undefined) throw new Error('stages are missing');
  const built = assemble(build, {});
  symlinkSync(join(root, 'node_modules'), join(built, 'node_modules'));
  // the packages stay where they are: their links are taken for folders, as they are in the image
  execFileSync('npm', ['run', 'build', '--', '--preserveSymlinks'], { cwd: built });
  const app = assemble(image, { build: built });
  const data = mkdtempSync(join(tmpdir(), 'detente-data-'));
  onTestFinished(() => rmSync(data, { recursive: true, force: true }));
  const env = { PATH: process.env['PATH'] ?? '', DETENTE_ARCHIVE: join(data, 'detente.sqlite'), DETENTE_HTTP: 'off' };
  const detente = (...args: string[]) => run(process.execPath, ['dist/src/cli.js', ...args], { cwd: app, env });
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  expect(await detente('--version')).toMatchObject({ stdout: `${version}\n`, stderr: '' });
  expect((await detente('ingest', 'samples')).stdout).toContain('12 added');
  const { stdout } = await detente('check', '--format', 'json');
  expect((JSON.parse(stdout) as { ok: boolean }[]).filter(({ ok }) => !ok)).toEqual([]);
  expect((await detente('ask', 'who offered mediation?')).stdout).toMatch(/China/);
  // reaches its platforms: adapters and briefs were found beside the build
  await expect(detente('serve')).rejects.toMatchObject({ code: 78, stderr: expect.stringContaining('no platform') });
  const linked = join(data, 'detente');
  chmodSync(join(app, 'dist/src/cli.js'), 0o755);
  mkdirSync(join(data, 'elsewhere'));
  symlinkSync(join(app, 'dist/src/cli.js'), linked);
  expect((await run(linked, ['--version'], { cwd: join(data, 'elsewhere'), env })).stdout).toBe(`${version}\n`);
}, 90_000);

test('the health check passes on 200 alone', async () => {
  const check = stages.at(-1)?.steps.find(({ keyword }) => keyword === 'HEALTHCHECK')?.text ?? '';
  const port = await freePort();
  const [program, ...args] = jsonForm(check.slice(check.indexOf('['))) ?? [];
  expect(program).toBe('node');
  const own = args.map((arg) => arg.replace('127.0.0.1:9464/healthz', `127.0.0.1:${port}/healthz`));
  expect(own.join(' ')).toContain(String(port));
  const outcome = () =>
    run(process.execPath, own).then(
      () => 0,
      ({ code }: { code: number }) => code,
    );
  expect(await outcome()).toBe(1);
  let status = 200;
  const server = createServer((_, response) => response.writeHead(status).end()).listen(port, '127.0.0.1');
  onTestFinished(() => void server.close());
  expect(await outcome()).toBe(0);
  status = 503;
  expect(await outcome()).toBe(1);
});
