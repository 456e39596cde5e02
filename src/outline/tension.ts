import type { IsoDate } from '../domain/article.ts';
import type { Brief, Statement, Tension } from '../domain/brief.ts';
import type { Block, Run, SourceFinder } from './block.ts';
import { firstWords, inert } from './inert.ts';
import { daysWords, dayWords, decimalWords, english, filled, type Phrases, phrasesOf } from './phrases.ts';
import { marks, words } from './sentence.ts';
import { statementsOf } from './statements.ts';

/** The index, and what it was the day before. */
export function tensionWords({ index, previous }: Tension, before: IsoDate, phrases: Phrases): string {
  const { tensionFirst, tensionSame, tensionDown, tensionUp } = phrases;
  if (previous === undefined) return filled(tensionFirst, { index });
  const phrase = index === previous ? tensionSame : index < previous ? tensionDown : tensionUp;
  return filled(phrase, { index, previous, day: dayWords(before, phrases, 'without-year') });
}

/** The seven-day line, and what moved the index: never a bare number. */
export function tensionBlocks(brief: Brief, find: SourceFinder): Block[] {
  if (brief.tension === null) return [];
  const phrases = phrasesOf(brief.language);
  const { series } = brief.tension;
  const [first, last] = [series[0]?.date, series.at(-1)?.date];
  const moved = moverRuns(brief, brief.tension, find);
  const values = `${drawn(series)} ${series.map((day) => day.index).join(', ')}`;
  const days: Block[] =
    first && last
      ? [
          {
            kind: 'line',
            runs: [words(filled(phrases.tensionDays, { days: daysWords(first, last, phrases), series: values }))],
          },
        ]
      : [];
  return [...(moved.length > 0 ? [{ kind: 'line', runs: moved } as const] : []), ...days];
}

const BARS = '▁▂▃▄▅▆▇█';

/** The days as bars, each an eighth of the way from 0 to 100 higher than the one below. */
function drawn(series: Tension['series']): string {
  return series.map(({ index }) => BARS[Math.min(BARS.length - 1, Math.floor((index * BARS.length) / 100))]).join('');
}

/** At most three events, as the brief words them, cut: the whole sentence stands in its section. */
function moverRuns(brief: Brief, { movers, decay }: Tension, find: SourceFinder): Run[] {
  const phrases = phrasesOf(brief.language);
  const named = movers.flatMap((mover): Run[][] => {
    const statement = statementsOf(brief).find(({ event }) => event === mover.event);
    return statement && Math.abs(mover.change) >= 0.05 ? [moverRun(statement, mover.change, find, phrases)] : [];
  });
  const time = decay !== undefined && decay <= -0.05 ? [[words(`${phrases.time} (${signed(decay, phrases)})`)]] : [];
  const list = [...named.slice(0, 3), ...time];
  return list.flatMap((runs, at) => [words(at === 0 ? phrases.movedBy : '; '), ...runs]);
}

/** What the act is about, in the words of the article: a label names the act only. */
const quotedContent = /(?: of|:) “[^”]*”/;
const leadingDate = /^(?:On|By|In|Since|Between) .{2,40}?\b\d{4},? (?=\S)/;

/** In code units; in other languages a date that leads is part of it. */
const MOST_LABEL = 60;
const MOST_DATED_LABEL = 90;

function moverRun({ text, citations }: Statement, change: number, find: SourceFinder, phrases: Phrases): Run[] {
  const act = inert(text)
    .replace(leadingDate, '')
    .replace(quotedContent, '')
    .replace(/[.。۔]$/, '');
  const label = firstWords(act, phrases === english ? MOST_LABEL : MOST_DATED_LABEL);
  return [words(`${label.text}${label.cut ? '…' : ''} (${signed(change, phrases)}) `), ...marks(citations, find)];
}

function signed(change: number, phrases: Phrases): string {
  return filled(change < 0 ? phrases.down : phrases.up, { change: decimalWords(Math.abs(change), phrases) });
}
