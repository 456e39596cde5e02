import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RobotsRules } from '../../src/fetch/robots-rules.ts';
import { accept, fetcherFor, serve, type WebServer } from './web-server.ts';

const origin = 'https://example.org';
const allows = (text: string, path: string) => new RobotsRules(text, 'Detente').allows(new URL(path, origin));

test.for<[string, string, boolean]>([
  ['', '/', true],
  ['<html>not found</html>', '/', true],
  ['user-agent: *\ndisallow: /', '/feed', false],
  ['User-Agent: *\nDisallow:', '/feed', true],
  ['user-agent: *\ndisallow: /private', '/private/a', false],
  ['user-agent: *\ndisallow: /private', '/Private/a', true],
  ['user-agent: *\ndisallow: /\nallow: /feed', '/feed.xml', true],
  ['user-agent: *\nallow: /a\ndisallow: /a', '/a', true],
  ['user-agent: *\ndisallow: /a\nallow: /a/b', '/a/b', true],
  ['user-agent: *\ndisallow: /*.pdf$', '/a.pdf', false],
  ['user-agent: *\ndisallow: /*.pdf$', '/a.pdf?x', true],
  ['user-agent: *\ndisallow: /*?print=', '/a?print=1', false],
  ['user-agent: *\ndisallow: /новини', '/новини/1', false],
  ['user-agent: *\ndisallow: /a%2fb', '/a%2Fb', false],
  ['user-agent: other\ndisallow: /', '/', true],
  ['user-agent: detente\ndisallow: /a\n\nuser-agent: *\ndisallow: /', '/b', true],
  ['user-agent: *\ndisallow: /\n\nuser-agent: DETENTE/1.0\ndisallow: /a', '/a', false],
  ['user-agent: detente\n\nuser-agent: *\ndisallow: /', '/', false],
  ['user-agent: detente\nallow: /\n\nuser-agent: *\ndisallow: /', '/', true],
  ['user-agent: detente\nuser-agent: other\ndisallow: /a', '/a', false],
  ['user-agent: other\nuser-agent: detente\nsitemap: x\ndisallow: /a', '/a', false],
  ['user-agent: detente\ndisallow: /a\nuser-agent: other\ndisallow: /b', '/b', true],
  ['user-agent: detente\ndisallow: /a\n\nuser-agent: detente\ndisallow: /b', '/a', false],
  ['user-agent: detentebot\ndisallow: /', '/', true],
  ['  user-agent : * # all\r\n  disallow : /a # no', '/a', false],
  ['disallow: /a\nuser-agent: *\nallow: /', '/a', true],
  ['user-agent: *\rdisallow: /a', '/a', false],
])('%j: whether %s is open is %s', ([text, path, isOpen]) => {
  expect(allows(text, path)).toBe(isOpen);
});

test('what a program may read is what the plain rules of its group say', () => {
  const path = fc
    .array(fc.constantFrom('a', 'b', '/'), { minLength: 1, maxLength: 6 })
    .map((parts) => `/x${parts.join('')}`);
  const rule = fc.tuple(fc.constantFrom('allow', 'disallow'), path);
  const law = fc.property(fc.array(rule, { maxLength: 8 }), path, (rules, asked) => {
    const text = ['user-agent: *', ...rules.map(([kind, start]) => `${kind}: ${start}`)].join('\n');
    const { pathname } = new URL(asked, 'https://example.org');
    const fitting = rules.filter(([, start]) => pathname.startsWith(start));
    const longest = Math.max(0, ...fitting.map(([, start]) => start.length));
    const deciding = fitting.filter(([, start]) => start.length === longest);
    const isOpen = deciding.length === 0 || deciding.some(([kind]) => kind === 'allow');
    expect(new RobotsRules(text, 'Detente').allows(new URL(`https://example.org${asked}`))).toBe(isOpen);
  });
  fc.assert(law, { seed: 9309, numRuns: 1_000 });
});

const HALF_A_MEGABYTE = 500 * 1024;
const filled = (piece: string) => piece.repeat(Math.ceil(HALF_A_MEGABYTE / piece.length)).slice(0, HALF_A_MEGABYTE);
const numbered = (line: string) =>
  Array.from(
    { length: HALF_A_MEGABYTE / (line.length + 6) },
    (_, index) => `${index === 0 ? 'user-agent: *\n' : ''}${line}${index}`,
  ).join('\n');
const longPath = `/${'a'.repeat(8_000)}`;

test.for([
  ['stars', `user-agent: *\ndisallow: ${filled('*')}`],
  ['wild rules', `user-agent: *\n${filled('disallow: /*a*a*a*a*a*b\n')}`],
  ['one wild rule', `user-agent: *\ndisallow: /${filled('*a')}b`],
  ['one long rule', `user-agent: *\ndisallow: /${filled('a')}`],
  ['long wild rules', `user-agent: *\n${filled(`disallow: *${'a'.repeat(1_500)}b\n`)}`],
  ['groups', filled('user-agent: *\nallow: /\n')],
  ['names and rules', `${filled('user-agent: *\n').slice(0, 250_000)}\n${filled('allow: /\n').slice(0, 250_000)}`],
  ['strangers and rules', `${filled('user-agent: a\n').slice(0, 250_000)}\n${filled('allow: /\n').slice(0, 250_000)}`],
  ['colons', filled(':')],
  ['comments', filled('#')],
  ['blanks', `user-agent: *\ndisallow:${filled(' ')}/`],
  ['blanks before', `${filled(' ')}user-agent: *`],
  ['rules, all different', numbered('disallow: /')],
  ['wild rules, all different', numbered('disallow: /*a*a*a*a*a*b')],
  ['groups, all different', numbered('user-agent: *\nallow: /')],
] as const)('half a megabyte of %s is read and heeded in no time', ([, text]) => {
  // of the processor, whatever else the machine does; what grows faster than the text takes seconds
  const before = process.threadCpuUsage();
  new RobotsRules(text, 'Detente').allows(new URL(longPath, origin));
  expect(process.threadCpuUsage(before).user / 1000).toBeLessThan(250);
});

test('of more wild rules than can be tried, none is taken for a leave', () => {
  const many = Array.from(
    { length: 5_000 },
    (_, index) => `disallow: /private/*/x${index}$\nallow: /private/*/y${index}$`,
  );
  const rules = ['user-agent: *', ...many].join('\n');
  expect([allows(rules, '/private/1/x1'), allows(rules, '/private/1/y1')]).toEqual([false, true]);
  expect([allows(rules, '/private/1/x4999'), allows(rules, '/private/1/y4999')]).toEqual([false, false]);
  expect(allows(rules, '/public')).toBe(true);
});

/** Answers /robots.txt as told, and everything else with "here". */
function site(robots: () => [status: number, body?: string, headers?: Record<string, string>]): Promise<WebServer> {
  return serve(({ url }, response) => {
    if (url !== '/robots.txt') return void response.end('here');
    const [status, body, headers] = robots();
    response.writeHead(status, headers).end(body);
  });
}

test('a robots.txt is asked for once, and what it forbids is not asked for', async () => {
  await using server = await site(() => [200, 'user-agent: *\ndisallow: /private']);
  const fetcher = fetcherFor([server], { robots: true });
  const paths = ['/a', '/private/a', '/b', '/private/b'];
  const fetched = await Promise.all(paths.map((path) => fetcher.get({ url: server.url(path), accept })));
  const { host } = new URL(server.url());
  const refusal = {
    code: 'robots',
    reason: `${host} does not want programs to read this: its robots.txt says so; ask the publisher for leave`,
  };
  expect(fetched).toMatchObject([{ kind: 'body' }, refusal, { kind: 'body' }, refusal]);
  await fetcher.close();
  expect(server.paths().toSorted()).toEqual(['/a', '/b', '/robots.txt']);
});

test.for([400, 401, 403, 404, 410, 418])('a robots.txt that answers %i forbids nothing', async (status) => {
  await using server = await site(() => [status, 'user-agent: *\ndisallow: /']);
  const fetcher = fetcherFor([server], { robots: true });
  expect(await fetcher.get({ url: server.url('/a'), accept })).toMatchObject({ kind: 'body' });
  await fetcher.close();
});

test.for([
  [429, 'busy'],
  [500, 'server'],
  [503, 'busy'],
] as const)('a robots.txt that answers %i forbids all for a time', async ([status, code]) => {
  let isFaulty = true;
  await using server = await site(() => (isFaulty ? [status] : [200, '']));
  let now = Date.now();
  const fetcher = fetcherFor([server], { robots: true, clock: { now: () => now } });
  const get = () => fetcher.get({ url: server.url('/a'), accept });
  const failure = { code, reason: expect.stringMatching(/^what programs may read there is not known/) };
  expect(await get()).toMatchObject(failure);
  isFaulty = false;
  now += 9 * 60_000;
  expect(await get()).toMatchObject(failure);
  expect(server.paths()).toEqual(['/robots.txt']);
  now += 60_000;
  expect(await get()).toMatchObject({ kind: 'body' });
  await fetcher.close();
});

test('a robots.txt is kept for a day, and longer only while there is no new one to be had', async () => {
  let answer: [number, string] = [200, 'user-agent: *\ndisallow: /private'];
  await using server = await site(() => answer);
  let now = Date.now();
  const fetcher = fetcherFor([server], { robots: true, clock: { now: () => now } });
  const both = async () => [
    (await fetcher.get({ url: server.url('/a'), accept })).kind,
    (await fetcher.get({ url: server.url('/private'), accept })).kind,
  ];
  const asked = () => server.paths().filter((path) => path === '/robots.txt').length;
  expect(await both()).toEqual(['body', 'failed']);
  answer = [200, ''];
  now += 24 * 3_600_000 - 1;
  expect([...(await both()), asked()]).toEqual(['body', 'failed', 1]);
  answer = [500, ''];
  now += 1;
  expect([...(await both()), asked()]).toEqual(['body', 'failed', 2]);
  answer = [200, ''];
  now += 24 * 3_600_000;
  expect([...(await both()), asked()]).toEqual(['body', 'body', 3]);
  now -= 365 * 24 * 3_600_000;
  expect([...(await both()), asked()]).toEqual(['body', 'body', 4]);
  await fetcher.close();
});

test('a robots.txt may be elsewhere, but not inside', async () => {
  await using canary = await serve((_, response) => void response.end('reached'));
  await using shared = await serve((_, response) => void response.end('user-agent: *\ndisallow: /private'));
  await using moved = await site(() => [301, '', { location: shared.url('/rules') }]);
  await using sly = await site(() => [301, '', { location: canary.url('/') }]);
  await using slyer = await site(() => [301, '', { location: 'http://10.0.0.1/' }]);
  const fetcher = fetcherFor([moved, shared, sly, slyer], { robots: true });
  expect(await fetcher.get({ url: moved.url('/private'), accept })).toMatchObject({ code: 'robots' });
  expect(await fetcher.get({ url: moved.url('/a'), accept })).toMatchObject({ kind: 'body' });
  expect(await fetcher.get({ url: sly.url('/a'), accept })).toMatchObject({ code: 'forbidden-address' });
  expect(await fetcher.get({ url: slyer.url('/a'), accept })).toMatchObject({
    code: 'forbidden-address',
    reason: expect.stringMatching(/its robots\.txt cannot be had: \S+ is not on the public internet/),
  });
  await fetcher.close();
  expect(canary.connections).toBe(0);
});

test('a robots.txt in a circle forbids nothing', async () => {
  await using server = await site(() => [301, '', { location: '/robots.txt' }]);
  const fetcher = fetcherFor([server], { robots: true });
  expect(await fetcher.get({ url: server.url('/a'), accept })).toMatchObject({ kind: 'body' });
  await fetcher.close();
});

test('a redirect to what the robots.txt there forbids is not followed', async () => {
  await using closed = await site(() => [200, 'user-agent: *\ndisallow: /private']);
  await using sender = await serve(({ url }, response) =>
    url === '/robots.txt'
      ? response.writeHead(404).end()
      : response.writeHead(302, { location: closed.url('/private') }).end(),
  );
  const fetcher = fetcherFor([closed, sender], { robots: true });
  expect(await fetcher.get({ url: sender.url('/a'), accept })).toMatchObject({ code: 'robots' });
  await fetcher.close();
  expect(closed.paths()).toEqual(['/robots.txt']);
});

test('half a megabyte of a robots.txt is read, and what stands there counts', async () => {
  const long = `user-agent: *\ndisallow: /private\n${filled('# filler\n')}\ndisallow: /late`;
  await using server = await site(() => [200, long]);
  const fetcher = fetcherFor([server], { robots: true });
  expect(await fetcher.get({ url: server.url('/private'), accept })).toMatchObject({ code: 'robots' });
  expect(await fetcher.get({ url: server.url('/late'), accept })).toMatchObject({ kind: 'body' });
  await fetcher.close();
});

test('the time that a robots.txt wants between requests is kept', async () => {
  await using server = await site(() => [200, 'user-agent: *\ncrawl-delay: 0.3']);
  const fetcher = fetcherFor([server], { robots: true });
  const begun = performance.now();
  for (const path of ['/a', '/b', '/c']) await fetcher.get({ url: server.url(path), accept });
  await fetcher.close();
  // a timer may fire a millisecond early
  expect(performance.now() - begun).toBeGreaterThanOrEqual(2 * 300 - 5);
});

test('whoever does not want to know what a site wants is not kept from it', async () => {
  await using server = await site(() => [200, 'user-agent: *\ndisallow: /']);
  const fetcher = fetcherFor([server], { robots: false });
  expect(await fetcher.get({ url: server.url('/a'), accept })).toMatchObject({ kind: 'body' });
  await fetcher.close();
  expect(server.paths()).toEqual(['/a']);
});
