import { expect, test } from 'vitest';
import { createNote, createProgress } from '../../src/cli/progress.ts';

function screen(isTTY: boolean): { readonly stream: NodeJS.WriteStream; readonly written: string[] } {
  const written: string[] = [];
  const stream = { isTTY, write: (text: string) => written.push(text) > 0 } as unknown as NodeJS.WriteStream;
  return { stream, written };
}

test('progress is one line that is drawn over itself and taken off at the end', () => {
  const { stream, written } = screen(true);
  const progress = createProgress(4, false, stream);
  for (const seen of [1, 2, 3, 4]) progress.show(seen);
  progress.end();
  expect(written.every((text) => text.startsWith('\r\u001b[K') && !text.includes('\n'))).toBe(true);
  expect(written[0]).toMatch(/25 % 1\/4 \d+\/s/);
  expect(written.at(-2)).toMatch(/100 % 4\/4/);
  expect(written.at(-1)).toBe('\r\u001b[K');
});

test('progress without a total counts', () => {
  const { stream, written } = screen(true);
  createProgress(0, false, stream).show(7);
  expect(written[0]).toMatch(/7 articles \d+\/s/);
});

test('progress is silent where no one watches or none is wanted', () => {
  for (const [isTTY, quiet] of [
    [false, false],
    [true, true],
  ] as const) {
    const { stream, written } = screen(isTTY);
    const progress = createProgress(4, quiet, stream);
    progress.show(1);
    progress.end();
    expect(written).toEqual([]);
  }
});

test('what is waited for is one line without what a terminal would obey, as wide as the screen, and nothing where no one watches', () => {
  const { stream, written } = screen(true);
  Object.assign(stream, { columns: 40 });
  const note = createNote(false, stream);
  note.show(`1/2 https://paper.example/\u001b[2J${'x'.repeat(100)}\n`);
  note.end();
  const [shown = ''] = written;
  expect(shown.startsWith('\r\u001b[K1/2 https://paper.example/ ')).toBe(true);
  expect(shown.slice(4)).not.toMatch(/\p{Cc}/u);
  expect(shown.length).toBeLessThan(4 + 40);
  expect(written.at(-1)).toBe('\r\u001b[K');
  const unwatched = screen(false);
  createNote(false, unwatched.stream).show('x');
  expect(unwatched.written).toEqual([]);
});
