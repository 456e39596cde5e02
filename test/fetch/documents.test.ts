import type { ServerResponse } from 'node:http';
import { brotliCompressSync, constants, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { accept, fetcherFor, serve, servePlain } from './web-server.ts';

const text = Buffer.from('Слова, words, 言葉. '.repeat(5_000));
const MB = 1024 * 1024;

async function answered(respond: (response: ServerResponse) => void, options: Parameters<typeof fetcherFor>[1] = {}) {
  await using server = await serve((_, response) => respond(response));
  const fetcher = fetcherFor([server], options);
  const fetched = await fetcher.get({ url: server.url(), accept });
  await fetcher.close();
  return fetched;
}

test.for([
  ['gzip', gzipSync(text)],
  ['x-gzip', gzipSync(text)],
  ['GZIP ', gzipSync(text)],
  ['gzip', Buffer.concat([gzipSync(text.subarray(0, 999)), gzipSync(text.subarray(999))])],
  ['deflate', deflateSync(text)],
  ['br', brotliCompressSync(text)],
  ['zstd', zstdCompressSync(text)],
  ['identity', text],
  ['', text],
] as const)('a document packed by %j is unpacked', async ([coding, packed]) => {
  const fetched = await answered((response) => response.writeHead(200, { 'content-encoding': coding }).end(packed));
  expect(fetched.kind === 'body' && text.equals(fetched.body)).toBe(true);
});

test('a document stands in memory of its own', async () => {
  const fetched = await answered((response) => response.end('short'));
  expect(fetched.kind === 'body' && fetched.body.buffer.byteLength).toBe(5);
});

test('a document comes with its type', async () => {
  const type = 'application/rss+xml; charset=windows-1251';
  expect(await answered((response) => response.writeHead(200, { 'content-type': type }).end('<rss/>'))).toMatchObject({
    type,
  });
});

test.for(['gzip', 'br', ''])('an empty answer is an empty document, packed by %j or not', async (coding) => {
  const fetched = await answered((response) => response.writeHead(200, { 'content-encoding': coding }).end());
  expect(fetched.kind === 'body' && fetched.body.length).toBe(0);
});

test.for([
  ['gzip', Buffer.from('<html>not packed at all')],
  ['gzip', gzipSync(text).subarray(0, -20)],
  ['deflate', Buffer.from('<html>not packed at all')],
  ['br', brotliCompressSync(text).subarray(0, -20)],
  ['br', Buffer.from('<html>not packed at all')],
  ['zstd', Buffer.from('<html>not packed at all')],
  ['zstd', zstdCompressSync(text).subarray(0, -20)],
] as const)('what is said to be %s and is not fails with a reason', async ([coding, packed]) => {
  const fetched = await answered((response) => response.writeHead(200, { 'content-encoding': coding }).end(packed));
  expect(fetched).toMatchObject({ code: 'unreadable', reason: 'the answer arrives damaged: it cannot be unpacked' });
});

test.for(['compress', 'gzip, gzip', 'br, gzip', 'toString', 'aes128gcm'])(
  'what is packed by %j is not unpacked',
  async (coding) => {
    const fetched = await answered((response) => response.writeHead(200, { 'content-encoding': coding }).end(text));
    expect(fetched).toMatchObject({ code: 'unreadable' });
  },
);

test('a document as large as is read is read, one byte more is not', async () => {
  const most = 300_000;
  const sized = (size: number, pack = (body: Buffer) => body, coding = '') =>
    answered(
      (response) => response.writeHead(200, { 'content-encoding': coding }).end(pack(Buffer.alloc(size, text))),
      { most },
    );
  for (const [pack, coding] of [
    [(body: Buffer) => body, ''],
    [gzipSync, 'gzip'],
  ] as const) {
    expect(await sized(most, pack, coding)).toMatchObject({ kind: 'body', body: { length: most } });
    expect(await sized(most + 1, pack, coding)).toMatchObject({
      code: 'too-large',
      reason: 'it is larger than the 293 KB that are read of one document',
    });
  }
});

test('5 MiB are read of a document where nothing else is said', async () => {
  const sized = (size: number) => answered((response) => response.end(Buffer.alloc(size, text)));
  expect(await sized(5 * MB)).toMatchObject({ kind: 'body', body: { length: 5 * MB } });
  expect(await sized(5 * MB + 1)).toMatchObject({ code: 'too-large' });
});

test('a document within its size is refused where it is packed far more tightly than documents are', async () => {
  const repeated = Buffer.alloc(4 * MB, '<item><title>The same again</title></item>');
  const usual = Buffer.from(
    Array.from({ length: 40_000 }, (_, index) => `<item><guid>${index}</guid></item>`).join('\n'),
  );
  const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
  const packed = (body: Buffer) =>
    answered((response) => response.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync(body, quick)));
  expect(await packed(repeated)).toMatchObject({
    code: 'too-large',
    reason: 'it is packed so tightly that it can be no document',
  });
  expect(usual.length).toBeGreaterThan(MB);
  expect(await packed(usual)).toMatchObject({ kind: 'body', body: { length: usual.length } });
});

test('a document that is said to be too large is not read at all', async () => {
  let sent = 0;
  const fetched = await answered((response) => {
    response.writeHead(200, { 'content-length': 6 * MB });
    response.flushHeaders();
    setTimeout(() => (sent += response.write('x') ? 1 : 1), 3_000).unref();
  });
  expect(fetched).toMatchObject({ code: 'too-large' });
  expect(sent).toBe(0);
});

test.for(['', 'gzip'])('a document without an end is given up, packed by %j or not', async (coding) => {
  let written = 0;
  // gzip without compression: the wire's own limit is met
  const piece = coding === '' ? Buffer.alloc(64 * 1024, text) : gzipSync(Buffer.alloc(64 * 1024, text), { level: 0 });
  const fetched = await answered((response) => {
    response.writeHead(200, { 'content-encoding': coding }).on('error', () => {});
    const more = () => {
      while (!response.destroyed && response.write(piece)) written += piece.length;
      if (!response.destroyed) response.once('drain', more);
    };
    more();
  });
  expect(fetched).toMatchObject({ code: 'too-large' });
  expect(written).toBeLessThan(32 * MB);
});

test.for([
  ['a head without an end', 'HTTP/1.1 200 OK\r\n', 'too-large'],
  ['what is no HTTP', 'SSH-2.0-OpenSSH_9.6\r\n', 'unreadable'],
  ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nhello', 'unreadable'],
  ['pieces that are none', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\nhello', 'unreadable'],
  ['less than it says', 'HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\nhello', 'connection'],
  ['a piece less than it says', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n', 'connection'],
  ['nothing', '', 'connection'],
] as const)('a server that sends %s fails with a reason', async ([, start, code]) => {
  await using server = await servePlain((socket) => {
    socket.once('data', () => {
      socket.write(start);
      const isEndless = code === 'too-large';
      for (let line = 0; isEndless && line < 3_000; line++) socket.write(`x-filler-${line}: ${'x'.repeat(40)}\r\n`);
      if (!isEndless) socket.end();
    });
  });
  const fetcher = fetcherFor([server]);
  expect(await fetcher.get({ url: server.url(), accept })).toMatchObject({ code });
  await fetcher.close();
});

test('what a server sends beyond the length that it says is not read', async () => {
  await using server = await servePlain((socket) => {
    socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhello and more'));
  });
  const fetcher = fetcherFor([server]);
  const fetched = await fetcher.get({ url: server.url(), accept });
  await fetcher.close();
  expect(fetched.kind === 'body' && Buffer.from(fetched.body).toString()).toBe('hello');
});

test.for([
  ['takes the connection and is silent', () => {}],
  ['sends its head and is silent', (response: ServerResponse) => response.writeHead(200).flushHeaders()],
] as const)('a server that %s is given up', async ([, respond]) => {
  const fetched = await answered(respond as (response: ServerResponse) => void, { times: { firstByte: 300 } });
  expect(fetched).toMatchObject({ code: 'timeout' });
});

test.for(['its document', 'its head', 'redirects'])('a server that drips %s is given up in its time', async (what) => {
  const drip = (write: (piece: string) => unknown) => {
    const timer = setInterval(() => write('x'), 50);
    return () => clearInterval(timer);
  };
  await using server = await servePlain((socket) => {
    const head = 'HTTP/1.1 200 OK\r\n';
    const moved = 'HTTP/1.1 302 Found\r\nlocation: /\r\ncontent-length: 0\r\n\r\n';
    socket.on('data', () => {
      if (what === 'redirects') setTimeout(() => socket.write(moved), 250);
      else socket.write(what === 'its head' ? `${head}x: ` : `${head}\r\n`);
    });
    const stop = what === 'redirects' ? () => {} : drip((piece) => socket.write(piece));
    socket.on('close', stop);
  });
  const fetcher = fetcherFor([server], { times: { firstByte: 600, total: 700 } });
  expect(await fetcher.get({ url: server.url(), accept })).toMatchObject({ code: 'timeout' });
  await fetcher.close();
});

test('a packed document with a window larger than all must have is not unpacked', async () => {
  const noise = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 2_654_435_761) >>> 24));
  const params = { [constants.ZSTD_c_windowLog]: 27, [constants.ZSTD_c_contentSizeFlag]: 0 };
  const { createZstdCompress } = await import('node:zlib');
  const packer = createZstdCompress({ params });
  packer.end(noise);
  const packed = Buffer.concat(await packer.toArray());
  const fetched = await answered((response) => response.writeHead(200, { 'content-encoding': 'zstd' }).end(packed));
  expect(fetched).toMatchObject({ code: 'unreadable' });
});
