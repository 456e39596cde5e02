import { statementOf } from '../../brief/statement.ts';
import type { Answer } from '../../domain/answer.ts';
import type { Event } from '../../domain/event.ts';
import { isDated } from '../../events/disagreements/ground.ts';
import { orders } from '../../events/disagreements/order.ts';
import { lastDay } from '../../events/last-day.ts';
import type { Ground } from '../ground.ts';
import { matching } from '../match.ts';
import { parseQuestion, type Question } from '../question/frame.ts';

/** Which of two came first: by what reports say of their order, else by their days. */
export async function fromOrder(question: Question, ground: Ground): Promise<Answer | undefined> {
  if (question.hole !== 'order') return undefined;
  return (await asReported(question, ground)) ?? (await byDays(question, ground));
}

/** Reports that put one thing before and after another: both readings. */
async function asReported(question: Question, ground: Ground): Promise<Answer | undefined> {
  const parties = await ground.pair();
  const articles = [...new Map((await ground.scenes(question)).map(({ article }) => [article.id, article])).values()];
  const dated = articles.filter(isDated);
  const situation = { name: parties.join('–'), parties };
  const [differ] = orders({ situation, told: [], headlines: [], articles: dated });
  const [one, other] = differ?.readings ?? [];
  if (one === undefined || other === undefined) return undefined;
  const said = (reading: typeof one, lead: string) => ({
    text: `${lead}${reading.text}: “${reading.citations[0].quote}”.`,
    citations: reading.citations,
    origins: new Set(reading.citations.map(({ articleId }) => ground.outlines.get(articleId)?.origin)).size,
  });
  const citations = [one.citations[0], other.citations[0]] as const;
  return {
    kind: 'answered',
    statements: [
      { text: 'Reports differ on the order.', citations, origins: 2 },
      said(one, 'By one, '),
      said(other, 'By another, '),
    ],
    confidence: 'low',
  };
}

/** The days of both acts, where each is known to the day and they differ. */
async function byDays(question: Question, ground: Ground): Promise<Answer | undefined> {
  const [, left = '', right = ''] =
    /^(?:\w+ )?(.*?),? (?:come |happen |take place )?(?:before or after|after or before|earlier or later than) (.*?)\??$/i.exec(
      question.text,
    ) ?? [];
  const [first, second] = await Promise.all([soleEvent(left, ground), soleEvent(right, ground)]);
  if (first === undefined || second === undefined || lastDay(first) === lastDay(second)) return undefined;
  const short = lastDay(first) < lastDay(second) ? 'Before' : 'After';
  return { kind: 'answered', short, statements: [statementOf(first), statementOf(second)], confidence: 'moderate' };
}

/** The one act that some words speak of, where its day is known. */
async function soleEvent(words: string, ground: Ground): Promise<Event | undefined> {
  const question = parseQuestion(words, ground.today);
  if (question === undefined) return undefined;
  const found = (await matching({ ...question, hole: 'topic' }, ground)).map(({ event }) => event);
  const done = found.filter(({ status, date }) => status === 'reported' && date.precision === 'day');
  return done.length === 1 ? done[0] : undefined;
}
