import type { FeedTrial } from '../domain/feed-desk.ts';
import { DetenteError } from '../errors.ts';
import { type Call, withArchive, withStored } from './call.ts';
import { withFeedDesk } from './feed-tools.ts';
import { interruptedCode, onInterrupt } from './interrupt.ts';
import { print, printJson, say } from './output.ts';
import { createNote } from './progress.ts';
import { addressOf, markStarter } from './source-adding.ts';
import { count, foreign, foundWords, itemLine, nameOf, typed } from './source-words.ts';
import { readStarters } from './starters.ts';

/** Shows what a feed would bring. Gives 1 where the address is no feed. */
export async function testSource(call: Call, word: string, { pages }: { readonly pages: number }): Promise<number> {
  const address = await addressOf(word);
  const signal = onInterrupt();
  const note = createNote(call.quiet);
  note.show(address);
  const trial = await withStored(call, (archive) =>
    withFeedDesk(call, archive, (desk) => desk.try(address, pages, signal)),
  ).finally(note.end);
  if (signal.aborted) {
    say('detente: interrupted.');
    return interruptedCode;
  }
  if (trial.kind === 'feed') await rememberStarter(call, address);
  return printTrial(call, address, trial);
}

/** That a starter was seen is remembered; a look at any other feed leaves nothing behind. */
async function rememberStarter(call: Call, address: string): Promise<void> {
  if ((await readStarters()).some(({ url }) => url === address))
    await withArchive(call, (archive) => markStarter(call, archive, address));
}

function printTrial(call: Call, address: string, trial: FeedTrial): number {
  if (call.format === 'json') printJson({ address, ...trial });
  if (trial.kind === 'failed')
    throw new DetenteError('bad-input', `${foreign('text', address)}: ${foreign('text', trial.reason)}`);
  if (trial.kind === 'choice') return printChoice(call, address, trial.feeds);
  if (call.format !== 'json') printFeed(call, trial);
  return 0;
}

function printChoice(
  { format }: Call,
  address: string,
  feeds: Extract<FeedTrial, { kind: 'choice' }>['feeds'],
): number {
  if (format !== 'json')
    for (const { url, title = 'without a title' } of feeds)
      print(`${foreign(format, title)}: detente source test ${typed(url)}`);
  say(
    `detente: ${foreign('text', address)} is a page that names ${count(feeds.length, 'feed')}: test the one you want`,
  );
  return 1;
}

function printFeed({ format }: Call, trial: Extract<FeedTrial, { kind: 'feed' }>): void {
  print(nameOf(format, trial));
  print(`  ${foundWords(trial)}`);
  for (const item of trial.items) print(`  ${itemLine(format, item)}`);
  const verdicts = (['new', 'known', 'waiting', 'refused'] as const).flatMap((verdict) => {
    const number = trial.items.filter((item) => item.verdict === verdict).length;
    return number === 0 ? [] : [`${number} ${verdict}`];
  });
  if (verdicts.length > 0) print(verdicts.join(', '));
}
