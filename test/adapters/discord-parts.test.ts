import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { commandBodies, difference, typedText } from '../../adapters/discord/commands.ts';
import { IdentifyBudget, waitBefore } from '../../adapters/discord/connection/identify-budget.ts';
import { RecentIds } from '../../adapters/discord/connection/recent-ids.ts';
import { apiUrl, quietHours } from '../../adapters/discord/definition.ts';
import { isQuiet } from '../../adapters/discord/posting/quiet-hours.ts';
import { Breaker } from '../../src/breaker.ts';
import { parseBriefRequest } from '../../src/desk/brief-request.ts';
import { commands, silentLogger } from '../../src/index.ts';
import { violations } from '../discord/limits.ts';
import { bodyViolations } from '../discord/openapi.ts';

const path = '/applications/1122000000000000003/commands';

test('the commands are those of the table, as Discord takes them', () => {
  const bodies = commandBodies();
  expect(bodies.map(({ name }) => name)).toEqual(['brief', 'ask', 'brief-settings']);
  for (const body of bodies) {
    expect(bodyViolations('POST', path, body)).toEqual([]);
    expect(violations('POST', path, body)).toEqual([]);
  }
  const forms = commands[0]?.arguments.map(({ name }) => name.replace(' ', '-'));
  expect(bodies[0]?.options.map(({ name }) => name)).toEqual(forms);
  expect(bodies[2]).toMatchObject({ default_member_permissions: 32, contexts: [0], integration_types: [0] });
});

test('what the options of a form say is understood by the form', () => {
  for (const { name, may = [], takes } of commands[0]?.arguments ?? []) {
    const values: Readonly<Record<string, string>> = {
      date: '2024-01-18',
      situation: 'Iran–Pakistan',
      outlet: 'A Post',
    };
    const given = [...may, ...(takes === 'date' ? ['date'] : [])];
    const text = typedText(name.replace(' ', '-'), (option) =>
      given.includes(option) ? (values[option] ?? null) : null,
    );
    const asked = parseBriefRequest(text) as unknown as Readonly<Record<string, unknown>>;
    expect(asked['kind']).not.toBe('unclear');
    for (const option of given) expect(asked[option]).toBe(values[option]);
  }
});

test.for([
  [{ feeds: 'feeds' }, { kind: 'feeds', action: 'feeds', name: '' }],
  [
    { feeds: 'add', feed: 'https://a.example/f' },
    { kind: 'feeds', action: 'add', name: 'https://a.example/f' },
  ],
  [
    { feeds: 'pause', feed: 'A Post' },
    { kind: 'feeds', action: 'pause', name: 'A Post' },
  ],
  [{ feed: 'A Post' }, { kind: 'feeds', action: 'feeds', name: 'A Post' }],
  [{ feeds: 'remove' }, { kind: 'unclear' }],
] as const)('the options %j of /brief sources are about feeds', ([given, asked]) => {
  const options: Readonly<Record<string, string>> = given;
  expect(parseBriefRequest(typedText('sources', (option) => options[option] ?? null))).toMatchObject(asked);
});

test('what is done with feeds is chosen, and a feed completed', () => {
  const sources = commandBodies()[0]?.options.find(({ name }) => name === 'sources');
  const options = sources && 'options' in sources ? (sources.options ?? []) : [];
  expect(options.map(({ name }) => name)).toEqual(['date', 'situation', 'outlet', 'feeds', 'feed']);
  expect(options.at(-2)).toMatchObject({
    choices: ['feeds', 'add', 'pause', 'resume', 'remove'].map((value) => ({ value })),
  });
  expect(options.at(-1)).toMatchObject({ autocomplete: true, required: false });
});

/** As Discord gives a command back: defaults filled in, falsehoods left out, keys in its own order. */
// biome-ignore lint/suspicious/noExplicitAny: an option of any kind
function givenBack({ required, autocomplete, options, ...rest }: any): any {
  return {
    ...(options?.length > 0 && { options: options.map(givenBack) }),
    ...(autocomplete && { autocomplete }),
    ...(required && { required }),
    ...rest,
  };
}

const registered = () =>
  commandBodies().map((body, at) => ({
    ...givenBack(body),
    id: String(at),
    type: 1,
    version: '1',
    dm_permission: true,
    nsfw: false,
    name_localizations: null,
    integration_types: [...body.integration_types].reverse(),
    default_member_permissions:
      body.default_member_permissions === null ? null : String(body.default_member_permissions),
  }));

test('nothing changes where all is as it should be, and only what differs where it is not', () => {
  expect(difference(registered(), commandBodies())).toEqual({ create: [], update: [], remove: [] });
  const [brief, ask, settings] = registered();
  const odd = [
    { ...brief, description: 'old' },
    ask,
    { ...settings, id: '9', type: 2 },
    { ...ask, id: '8', name: 'dance' },
  ];
  const { create, update, remove } = difference(odd, commandBodies());
  expect(create.map(({ name }) => name)).toEqual(['brief-settings']);
  expect(update.map(({ id, body }) => [id, body.name])).toEqual([['0', 'brief']]);
  expect(remove.map(({ id }) => id)).toEqual(['9', '8']);
});

test('a command that has another choice is registered anew', () => {
  const [brief, ...rest] = registered();
  const fewer = JSON.parse(JSON.stringify(brief).replace(/"value":"resume"/, '"value":"dance"'));
  expect(difference([fewer, ...rest], commandBodies()).update.map(({ body }) => body.name)).toEqual(['brief']);
});

test.for([
  ['22-7', 'UTC', '2024-01-29T21:59:00Z', false],
  ['22-7', 'UTC', '2024-01-29T22:00:00Z', true],
  ['22-7', 'UTC', '2024-01-29T06:59:00Z', true],
  ['22-7', 'UTC', '2024-01-29T07:00:00Z', false],
  ['22-7', 'Asia/Kathmandu', '2024-01-29T16:14:00Z', false],
  ['22-7', 'Asia/Kathmandu', '2024-01-29T16:15:00Z', true],
  ['1-5', 'UTC', '2024-01-29T00:30:00Z', false],
  ['1-5', 'UTC', '2024-01-29T01:30:00Z', true],
  ['0-0', 'UTC', '2024-01-29T00:00:00Z', false],
  ['0-24', 'UTC', '2024-01-29T12:00:00Z', true],
] as const)('with the quiet hours %s in %s it is quiet at %s: %s', ([hours, zone, now, quiet]) => {
  expect(isQuiet(quietHours.parse(hours), zone, Date.parse(now))).toBe(quiet);
});

test.for(['7', '22-25', '-1-5', 'night'])('%s are no quiet hours', (raw) => {
  expect(() => quietHours.parse(raw)).toThrow(/such as 22-7/);
});

test('the address of the API is taken with and without its version', () => {
  for (const raw of ['https://discord.com/api', 'https://discord.com/api/', 'https://discord.com/api/v10/'])
    expect(apiUrl.parse(raw)).toBe('https://discord.com/api');
  expect(() => apiUrl.parse('discord.com')).toThrow(/http/);
});

test('sessions are begun with time between them, and no more than 500 a day', () => {
  expect(waitBefore([], 0, 5_000)).toBe(0);
  expect(waitBefore([1_000], 2_000, 5_000)).toBe(4_000);
  expect(waitBefore([1_000], 9_000, 5_000)).toBe(0);
  const day = 24 * 60 * 60_000;
  const begun: number[] = [];
  for (let now = 0; now < 2 * day; now += 1_000) if (waitBefore(begun, now, 5_000) === 0) begun.push(now);
  for (const [at, one] of begun.entries()) {
    expect(one - (begun[at - 1] ?? -5_000)).toBeGreaterThanOrEqual(5_000);
    expect(one - (begun[at - 500] ?? -day)).toBeGreaterThanOrEqual(day);
  }
  expect(begun).toHaveLength(1_000);
});

test('a session that is not wanted any more is not waited for', async () => {
  const budget = new IdentifyBudget({ logger: silentLogger, intervalMs: 60_000 });
  await budget.spend(new AbortController().signal);
  await expect(budget.spend(AbortSignal.timeout(10))).rejects.toThrow(/abort/i);
});

/** @param probed what the call answers that no channel can refuse */
function breakerOf(probed: number, now = () => 0) {
  const [onRefused, onPaused] = [vi.fn(), vi.fn()];
  const probe = vi.fn(async () => probed);
  return {
    breaker: new Breaker({ platform: 'Discord', atOnce: 4, pauseMs: 600_000, now, probe, onRefused, onPaused }),
    probe,
    onRefused,
    onPaused,
  };
}

const answer = (status: number) => async () => {
  await new Promise((resolve) => setTimeout(resolve, 1));
  return { status };
};

test.for([401, 403])(
  'of fifty calls at once by a token that is refused with %i at most five reach Discord',
  async (status) => {
    const { breaker, probe, onRefused, onPaused } = breakerOf(status);
    const sent = vi.fn(answer(status));
    await Promise.allSettled(Array.from({ length: 50 }, () => breaker.run(true, sent)));
    expect(sent.mock.calls.length + probe.mock.calls.length).toBeLessThanOrEqual(5);
    expect(onRefused.mock.calls.length + onPaused.mock.calls.length).toBe(1);
    await expect(breaker.run(true, sent)).rejects.toThrow(/nothing is called|the next call is made in/);
    await expect(breaker.run(false, sent)).rejects.toThrow(/nothing is called|the next call is made in/);
  },
);

test('closed channels silence nothing: a call that no channel can refuse decides', async () => {
  const { breaker, probe, onPaused } = breakerOf(200);
  for (let at = 0; at < 20; at += 1) await breaker.run(true, answer(403));
  expect(await breaker.run(true, answer(200))).toEqual({ status: 200 });
  expect(probe.mock.calls.length).toBeGreaterThan(3);
  expect(onPaused).not.toHaveBeenCalled();
});

test('so many refusals that a ban comes nearer pause all the same, and one by one they are tried after it', async () => {
  let now = 0;
  const { breaker, onPaused } = breakerOf(200, () => now);
  let met = 0;
  for (; met < 5_000 && onPaused.mock.calls.length === 0; met += 1)
    await breaker.run(true, async () => ({ status: 403 }));
  expect(met).toBe(2_000);
  now = 600_001;
  expect(await breaker.run(true, answer(200))).toEqual({ status: 200 });
});

test('what carries no token waits for no call that does', async () => {
  const { breaker } = breakerOf(200);
  await breaker.run(true, answer(403));
  const slow = breaker.run(
    true,
    () => new Promise<{ status: number }>((resolve) => setTimeout(() => resolve({ status: 200 }), 500)),
  );
  const began = performance.now();
  await breaker.run(false, answer(200));
  expect(performance.now() - began).toBeLessThan(200);
  await slow;
});

test('whatever is answered in whatever order, a token that is refused everywhere is met five times at most', async () => {
  const refusals = fc.array(fc.constantFrom(403, 403, 401), { minLength: 1, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(refusals, fc.integer({ min: 1, max: 10 }), async (answers, together) => {
      const { breaker, probe } = breakerOf(403);
      const met = vi.fn();
      for (let from = 0; from < answers.length; from += together) {
        const batch = answers.slice(from, from + together);
        await Promise.allSettled(
          batch.map((status) =>
            breaker.run(true, async () => {
              met();
              return { status };
            }),
          ),
        );
      }
      expect(met.mock.calls.length + probe.mock.calls.length).toBeLessThanOrEqual(5);
    }),
    { numRuns: 200, seed: 20_310_412 },
  );
});

test('what came lately is remembered, and not without end', () => {
  const recent = new RecentIds();
  expect([recent.add('a'), recent.add('a')]).toEqual([true, false]);
  for (let at = 0; at < 2_000; at += 1) recent.add(String(at));
  expect(recent.add('a')).toBe(true);
});
