import { expect, test } from 'vitest';
import { ConnectionAttempts } from './connection-attempts.ts';
import { accept, fetcherFor, serve, type WebServer } from './web-server.ts';

const reached = () => serve((_, response) => void response.end('reached'), { host: '::' });

/** Answers `/300/…` with that status and the rest of the path as the address to go to; else with the path. */
function sender(): Promise<WebServer> {
  return serve(({ url = '' }, response) => {
    const [, status, to = ''] = /^\/(\d{3})\/(.*)$/.exec(url) ?? [];
    if (status === undefined) response.end(url);
    else response.writeHead(Number(status), { location: decodeURIComponent(to) }).end('not read');
  });
}

const to = (status: number, place: string) => `/${status}/${encodeURIComponent(place)}`;

const inwards = (port: number) => [
  `http://127.0.0.1:${port}/`,
  `//127.0.0.1:${port}/`,
  `http://localhost:${port}/`,
  `http://inside.example:${port}/`,
  `http://2130706433:${port}/`,
  `http://0x7f.1:${port}/`,
  `http://[::1]:${port}/`,
  `http://[::ffff:127.0.0.1]:${port}/`,
  `https://127.0.0.1:${port}/`,
  `http:\\\\127.0.0.1:${port}\\`,
  'http://169.254.169.254/latest/meta-data/',
  'http://127.0.0.1:22/',
  'http://127.0.0.1/',
  'file:///etc/passwd',
  'ftp://127.0.0.1/',
  'data:text/plain,reached',
  'javascript:alert(1)',
];

test.for([301, 302, 303, 307, 308])('%i leads nobody into a network of one’s own', async (status) => {
  await using canary = await reached();
  await using server = await sender();
  // the canary's port is let through, elsewhere
  const lookup = async (name: string) => (name === 'inside.example' ? ['10.0.0.1', '127.0.0.1'] : ['127.0.0.1']);
  const fetcher = fetcherFor([server, { endpoint: `203.0.113.9:${canary.port}` }], { lookup });
  for (const place of inwards(canary.port)) {
    expect(await fetcher.get({ url: server.url(to(status, place)), accept }), place).toMatchObject({
      code: 'forbidden-address',
    });
    const twice = to(302, server.url(to(status, place)));
    expect(await fetcher.get({ url: server.url(twice), accept }), place).toMatchObject({ code: 'forbidden-address' });
  }
  const itself = server.url('/').replace('//', '//user:secret@');
  expect(await fetcher.get({ url: server.url(to(status, itself)), accept })).toMatchObject({
    code: 'forbidden-address',
  });
  await fetcher.close();
  expect([canary.connections, canary.bytes]).toEqual([0, 0]);
});

test('nobody is led on by anything but a status and its address', async () => {
  await using canary = await reached();
  const there = `http://127.0.0.1:${canary.port}/`;
  const headers = {
    refresh: `0; url=${there}`,
    'content-location': there,
    link: `<${there}>; rel="canonical"`,
    'alt-svc': `h2="127.0.0.1:${canary.port}"`,
    location: there,
  };
  await using server = await serve(
    (_, response) => void response.writeHead(200, headers).end(`<meta http-equiv="refresh" content="0; url=${there}">`),
  );
  const fetcher = fetcherFor([server, canary]);
  using attempts = new ConnectionAttempts();
  expect(await fetcher.get({ url: server.url('/page'), accept })).toMatchObject({
    kind: 'body',
    url: server.url('/page'),
  });
  await fetcher.close();
  expect([canary.connections, attempts.count]).toEqual([0, 1]);
});

test.for([
  [[301], '/end', '/end'],
  [[308], '/end', '/end'],
  [[301, 308, 301, 308, 301], '/end', '/end'],
  [[302], '/end', undefined],
  [[303], '/end', undefined],
  [[307], '/end', undefined],
  [[301, 302], '/end', undefined],
  [[302, 301], '/end', undefined],
] as const)('after %j what is at %s has moved to %s', async ([statuses, path, movedTo]) => {
  await using server = await sender();
  const start = statuses.toReversed().reduce((place, status) => to(status, place), path as string);
  const fetcher = fetcherFor([server]);
  const fetched = await fetcher.get({ url: server.url(start), accept });
  await fetcher.close();
  expect(fetched).toMatchObject({ kind: 'body', url: server.url(path) });
  expect('movedTo' in fetched ? fetched.movedTo : undefined).toBe(movedTo && server.url(movedTo));
});

test('an address that nothing was moved from is not said to have moved', async () => {
  await using server = await sender();
  const fetcher = fetcherFor([server]);
  const fetched = await fetcher.get({ url: server.url('/page#part'), accept });
  await fetcher.close();
  expect(fetched).toMatchObject({ kind: 'body', url: server.url('/page') });
  expect(fetched).not.toHaveProperty('movedTo');
});

test('a sixth redirect is one too many, and so is a circle', async () => {
  await using server = await sender();
  await using circle = await serve((_, response) => void response.writeHead(302, { location: '/' }).end());
  const six = Array.from({ length: 6 }).reduce((place: string) => to(302, place), '/end');
  const fetcher = fetcherFor([server, circle]);
  expect(await fetcher.get({ url: server.url(six), accept })).toMatchObject({ code: 'redirects' });
  expect(await fetcher.get({ url: circle.url(), accept })).toMatchObject({ code: 'redirects' });
  await fetcher.close();
  expect([server.requests.length, circle.requests.length]).toEqual([6, 6]);
  expect(server.paths()).not.toContain('/end');
});

test.for([
  ['no address at all', 302, {}],
  ['what is no address', 302, { location: 'http://' }],
  ['a choice', 300, { location: '/one' }],
  ['a proxy', 305, { location: 'http://127.0.0.1/' }],
] as const)('a redirect to %s fails with a reason', async ([, status, headers]) => {
  await using server = await serve((_, response) => void response.writeHead(status, headers).end());
  const fetcher = fetcherFor([server]);
  expect(await fetcher.get({ url: server.url(), accept })).toMatchObject({
    code: 'redirects',
    reason: expect.stringMatching('server sends readers'),
  });
  await fetcher.close();
});

test('a relative address in any script leads on from where it stands', async () => {
  await using server = await serve(({ url }, response) => {
    if (url === '/a/b') response.writeHead(301, { location: Buffer.from('../новини?q=é').toString('latin1') }).end();
    else response.end(url);
  });
  const fetcher = fetcherFor([server]);
  const fetched = await fetcher.get({ url: server.url('/a/b'), accept });
  await fetcher.close();
  expect(fetched).toMatchObject({ movedTo: server.url(encodeURI('/новини?q=é')) });
});
