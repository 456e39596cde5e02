import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import { temporaryFolder } from './command-line.ts';
import { deliveryShape, schedulesShape, statusShape } from './shapes.ts';
import { warmCommandLine } from './warm-command-line.ts';

const folder = temporaryFolder();
const { detente, json } = warmCommandLine();
const NOW = ['--now', '2031-04-12T07:30:00Z'];
let count = 0;

/** Commands on an archive of their own. */
function archiveOf() {
  count += 1;
  const path = join(folder, `${count}.sqlite`);
  const own = ['--archive', path, ...NOW];
  const run = (...args: string[]) => detente([...args, ...own]);
  const read = (...args: string[]) => json([...args, ...own]);
  const add = (conversation: string, ...more: string[]) =>
    run('schedule', 'add', conversation, '--at', '07:00', '--zone', 'Asia/Karachi', ...more);
  return { path, run, read, add };
}

describe('detente schedule', () => {
  test('add makes one, list shows it with its next run, remove takes it away', async () => {
    const { run, read, add } = archiveOf();
    expect((await run('schedule', 'list')).out).toMatch(/^no schedules: "detente schedule add CONVERSATION/);
    const said =
      'terminal: · what the archive is most about, at 07:00 Asia/Karachi, not on Saturday, Sunday; ' +
      'next 14 April 2031 at 07:00 Asia/Karachi (02:00 UTC)\n';
    expect(await add('terminal', '--days', 'mon-fri')).toEqual({ code: 0, out: said, err: '' });
    expect((await run('schedule', 'list')).out).toBe(said);
    expect(schedulesShape.parse(await read('schedule', 'list'))).toEqual([
      expect.objectContaining({
        conversation: 'terminal:',
        days: ['mon', 'tue', 'wed', 'thu', 'fri'],
        quietDays: ['sat', 'sun'],
        madeBy: 'command-line',
        nextRun: { utc: '2031-04-14T02:00:00.000Z', local: '14 April 2031 at 07:00 Asia/Karachi (02:00 UTC)' },
      }),
    ]);
    expect(await run('schedule', 'remove', 'terminal:')).toMatchObject({ code: 0, err: '' });
    expect(await read('schedule', 'list')).toEqual([]);
  });

  test('add again changes it, and what was paused stays so; another situation is another one', async () => {
    const { run, read, add } = archiveOf();
    await add('terminal:');
    expect((await run('schedule', 'pause', 'terminal', '--until', '2031-05-01')).out).toContain(
      'paused until 1 May 2031; next 1 May 2031 at 07:00',
    );
    await run('schedule', 'add', 'terminal:', '--at', '8:00', '--zone', 'utc', '--weekend', 'weekly');
    await add('terminal:', '--situation', 'Iran and Pakistan');
    const [first, second] = schedulesShape.parse(await read('schedule', 'list'));
    expect(first).toMatchObject({ time: '08:00', zone: 'UTC', weekend: 'weekly', pausedUntil: '2031-05-01' });
    expect(second).toMatchObject({ situation: 'Iran–Pakistan', time: '07:00' });
    const resumed = await run('schedule', 'resume', 'terminal', '--situation', 'auto');
    expect(resumed.out).not.toContain('paused');
    expect(resumed.out.trim().split('\n')).toHaveLength(2);
  });

  test('a pause that ends before today is refused, one that ends today is none', async () => {
    const { run, read, add } = archiveOf();
    await add('terminal:');
    const past = await run('schedule', 'pause', 'terminal:', '--until', '2031-04-11');
    expect(past).toMatchObject({
      code: 2,
      err: expect.stringMatching(/2031-04-11 is past: "detente schedule resume"/),
    });
    expect(schedulesShape.parse(await read('schedule', 'list'))[0]).not.toHaveProperty('pausedUntil');
    expect(await run('schedule', 'pause', 'terminal:', '--until', '2031-04-12')).toMatchObject({ code: 0 });
  });

  test('a pause that is ended early and quiet days that are taken back begin with now', async () => {
    const { path, run, add } = archiveOf();
    await add('terminal:', '--days', 'mon-fri');
    const archive = await openSqliteArchive(path);
    const since = async () => (await archive.schedules.list())[0]?.since;
    for (const one of await archive.schedules.list())
      await archive.schedules.save({ ...one, since: 1_000, pausedUntil: '2031-05-01', environment: 'terminal:' });
    await run('schedule', 'resume', 'terminal:');
    expect(await since()).toBeGreaterThanOrEqual(Date.parse('2031-04-12T07:30:00Z'));
    for (const one of await archive.schedules.list()) await archive.schedules.save({ ...one, since: 1_000 });
    await add('terminal:');
    expect(await since()).toBeGreaterThanOrEqual(Date.parse('2031-04-12T07:30:00Z'));
    expect((await archive.schedules.list())[0]?.environment).toBe('terminal:');
    await archive.close();
  });

  test('run posts the edition of today, once, and list tells when', async () => {
    const { run, read, add } = archiveOf();
    await add('terminal:', '--situation', 'Iran and Pakistan');
    const first = await run('schedule', 'run', 'terminal', '--situation', 'Pakistan and Iran', '--format', 'text');
    expect(first.code).toBe(0);
    expect(first.out).toMatch(/edition of Saturday 12 April 2031/);
    expect(first.out).toMatch(
      /terminal: · edition of 12 April 2031 about Iran–Pakistan sent on 12 April 2031 at 07:3\d UTC\n$/,
    );
    const again = await run('schedule', 'run', 'terminal:', '--situation', 'Iran–Pakistan', '--format', 'text');
    expect(again).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^terminal: · edition of 12 April 2031 about Iran–Pakistan sent/),
    });
    const [listed] = schedulesShape.parse(await read('schedule', 'list'));
    expect(listed?.lastRun?.utc).toMatch(/^2031-04-12T07:3/);
  });

  test('a platform whose tokens are not set is said to be unchecked; the schedule is made', async () => {
    const { add, read } = archiveOf();
    const { code, err } = await add('slack:T0123:C0123');
    expect(code).toBe(0);
    expect(err).toBe('not checked whether Slack takes posts there: its tokens are not set in this environment\n');
    expect(await read('schedule', 'list')).toMatchObject([{ conversation: 'slack:T0123:C0123' }]);
  });

  const refused = archiveOf();
  test.for([
    [2, ['telegram:T:C'], /there is no platform telegram/],
    [2, ['slack:T'], /"slack:T" is no conversation: write it as slack:T0123:C0123/],
    [2, ['terminal:', '--definition', 'nosuch'], /no definition is called nosuch: there are de-escalation, weekly/],
    [2, ['terminal:', '--weekend', 'nosuch'], /there are de-escalation, weekly/],
    [2, ['terminal:', '--days', 'someday'], /--days.*mon-fri or sat,sun/],
    [2, ['terminal:', '--days', ''], /--days.*mon-fri or sat,sun/],
    [2, ['terminal:', '--situation', 'peace'], /does not name two parties/],
    [2, ['terminal:', '--at', '7pm'], /--at.*write it as 19:00/],
    [2, ['terminal:', '--at', '25:00'], /--at.*write it as 07:00/],
    [2, ['terminal:', '--zone', 'Asia/Karatchi'], /--zone.*Asia\/Karachi/],
  ] as const)('add exits %i for %j and makes nothing', async ([exit, given, said]) => {
    const { code, out, err } = await refused.add(...(given as readonly [string, ...string[]]));
    expect({ code, out }).toEqual({ code: exit, out: '' });
    expect(err).toMatch(said);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    const archive = await openSqliteArchive(refused.path);
    expect(await archive.schedules.list()).toEqual([]);
    await archive.close();
  });

  test('time and zone must be given', async () => {
    const { run } = archiveOf();
    expect(await run('schedule', 'add', 'terminal:', '--zone', 'UTC')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/--at/),
    });
    expect(await run('schedule', 'add', 'terminal:', '--at', '07:00')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/--zone/),
    });
  });

  test.for(['remove', 'pause', 'resume', 'run'])(
    '%s of one that is not there names those that are',
    async (command) => {
      const { run, add } = archiveOf();
      const until = command === 'pause' ? ['--until', '2031-05-01'] : [];
      const none = await run('schedule', command, 'terminal:', ...until);
      expect(none).toMatchObject({ code: 1, out: '' });
      expect(none.err).toMatch(/no such schedule for terminal:: there is none; "detente schedule list" shows all/);
      await add('terminal:', '--situation', 'Iran and Pakistan');
      const other = await run('schedule', command, 'terminal:', ...until);
      expect(other).toMatchObject({ code: 1, out: '' });
      expect(other.err).toMatch(/there are: --situation "Iran–Pakistan" --definition de-escalation/);
    },
  );
});

describe('detente status', () => {
  test('an archive in which nothing was set up', async () => {
    const { run, read } = archiveOf();
    expect(await run('status')).toEqual({
      code: 0,
      out: 'archive: 0 articles\nschedules: none\nlast deliveries: none\nnot delivered: none\nsources: none\n',
      err: '',
    });
    expect(statusShape.parse(await read('status'))).toMatchObject({ schedules: [], deliveries: [], failures: [] });
  });

  test('what is scheduled and what was posted', async () => {
    const { run, read, add } = archiveOf();
    await add('terminal:');
    await run('schedule', 'run', 'terminal:', '--format', 'text');
    const { out } = await run('status');
    expect(out).toMatch(
      /schedules:\n {2}terminal: · what the archive is most about, at 07:00 Asia\/Karachi, every day; next/,
    );
    expect(out).toMatch(
      /last deliveries:\n {2}terminal: · edition of 12 April 2031 about what the archive is most about sent on 12 April 2031 at 07:3\d UTC\n/,
    );
    const { schedules, deliveries, failures } = statusShape.parse(await read('status'));
    expect(schedules).toMatchObject([{ conversation: 'terminal:', lastRun: { utc: expect.any(String) } }]);
    expect(deliveries.map((one) => deliveryShape.parse(one))).toMatchObject([{ date: '2031-04-12', state: 'sent' }]);
    expect(failures).toEqual([]);
  });
});
