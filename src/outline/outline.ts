import type { Reply } from '../domain/reply.ts';
import type { FeedsStatus } from '../domain/status.ts';
import { answerBlocks } from './answer.ts';
import type { Block } from './block.ts';
import { briefBlocks } from './brief.ts';
import { correctionBlocks } from './correction.ts';
import { deskBlocks, formBlocks, homeBlocks, welcomeBlocks } from './desk.ts';
import { directed } from './direction.ts';
import { addingBlocks, feedBlocks, feedsWords } from './feeds.ts';
import { inert, inertLine } from './inert.ts';
import { citedBlocks } from './parent.ts';
import { words } from './sentence.ts';

/**
 * What a reply says, in reading order, with its citation marks in place and its text made inert. Every adapter renders
 * these blocks in its platform's markup, so that no two platforms say different things.
 */
export function outline(reply: Reply): readonly Block[] {
  switch (reply.kind) {
    case 'brief':
      return directed(briefBlocks(reply.brief, reply.sample ?? false), reply.brief.language);
    case 'answer':
      return directed(answerBlocks(reply.report), reply.report.language);
    case 'correction':
      return correctionBlocks(reply.correction);
    case 'sources':
      return [
        ...directed(
          [{ kind: 'heading', text: inert(reply.heading) }, ...citedBlocks(reply.brief)],
          reply.brief.language,
        ),
        ...feedsBelow(reply.feeds),
      ];
    case 'feeds':
      return feedBlocks(reply.feeds, reply.now, reply.mayTend);
    case 'adding':
      return addingBlocks(reply.adding);
    case 'help':
      return [{ kind: 'line', runs: [words(reply.heading)] }, ...reply.entries.map(entryOf)];
    case 'status':
      return deskBlocks(reply.status);
    case 'home':
      return homeBlocks(reply.status, reply.questions);
    case 'welcome':
      return welcomeBlocks(reply.status);
    case 'form':
      return formBlocks(reply.form);
    case 'document':
      return [
        { kind: 'line', runs: [words(reply.heading)] },
        { kind: 'verbatim', lines: reply.text.split('\n').map(inertLine) },
      ];
    case 'choices':
      return reply.values.map((value): Block => ({ kind: 'item', runs: [words(value)] }));
    case 'notice':
      return [{ kind: 'line', runs: [words(reply.text)] }];
    case 'failure':
      return [
        { kind: 'line', runs: [words(reply.reference ? `${reply.text} (reference ${reply.reference})` : reply.text)] },
      ];
  }
}

/** Where the articles come from: one line, and how to see all of it. */
function feedsBelow(feeds: FeedsStatus | undefined): Block[] {
  if (feeds === undefined || feeds.total === 0) return [];
  return [{ kind: 'gap' }, { kind: 'entry', usage: '/brief sources feeds', summary: feedsWords(feeds) }];
}

function entryOf({ usage, summary }: { readonly usage: string; readonly summary: string }): Block {
  return { kind: 'entry', usage: inert(usage), summary: inert(summary) };
}
