import { createHash } from 'node:crypto';
import type { AnswerReport } from '../domain/answer.ts';
import type { Feedback } from '../domain/archive.ts';
import { type Brief, ownWords, type Statement } from '../domain/brief.ts';
import type { ChatRequest } from '../domain/chat.ts';
import { isNonEmpty } from '../domain/citation.ts';
import { formatDay } from '../domain/day.ts';
import type { Option } from '../domain/form.ts';
import type { Reply } from '../domain/reply.ts';
import { askForDecision } from './decisions.ts';
import { deliveredEdition } from './delivered.ts';
import { type BotParts, instant } from './desk.ts';
import { notice, readable } from './plain-replies.ts';

/** Longer than any remark. */
const MOST_TEXT = 10_000;

/** A form that asks which sentence of an edition is wrong, and why. */
export function feedbackForm(brief: Brief): Reply {
  const options = statementsOf(brief).map(
    (statement): Option => ({ value: keyOf(brief, statement), label: statement.text }),
  );
  if (!isNonEmpty(options)) return notice(`The edition of ${formatDay(brief.date)} says nothing that could be wrong.`);
  return {
    kind: 'form',
    form: {
      kind: 'feedback',
      title: 'What is wrong?',
      note: `A sentence of the edition of ${formatDay(brief.date)}. It is kept with your words and looked at by whoever runs Détente.`,
      submit: 'Send',
      fields: [
        { kind: 'choice', name: 'about', label: 'Which sentence', options },
        { kind: 'text', name: 'text', label: 'What is wrong with it' },
      ],
    },
  };
}

function statementsOf(brief: Brief): Statement[] {
  const listed = brief.sections.flatMap(({ items }) => items.filter((item) => 'citations' in item));
  return [...new Map([...brief.bottomLine, ...listed].map((statement) => [statement.text, statement])).values()];
}

/** Names a statement for as long as its edition says it: day, digest of its words, situation. */
function keyOf(brief: Brief, statement: Statement): string {
  const digest = createHash('sha256').update(ownWords(statement)).digest('hex').slice(0, 10);
  return `${brief.date} ${digest} ${brief.situation?.name ?? ''}`.trim();
}

const KEY = /^(\d{4}-\d{2}-\d{2}) [0-9a-f]{10}(?: (.+))?$/;

/**
 * Stores a verdict with the statement that it is about, in words and citations.
 * @param answered what it is about, where that is at hand
 */
export async function saveFeedback(
  parts: BotParts,
  request: Extract<ChatRequest, { kind: 'feedback' }>,
  answered?: Reply,
): Promise<Reply> {
  const { conversation, user, verdict, text } = request;
  if (request.about === '' && answered === undefined)
    return notice('Nothing was noted: choose the sentence that is wrong, then send it.');
  const said = text === undefined ? {} : { text: readable(text).slice(0, MOST_TEXT) };
  const subject =
    answered?.kind === 'answer' ? { about: aboutAnswer(answered.report) } : await subjectOf(parts, request);
  const feedback = { conversation, user, verdict, ...said, ...subject, at: instant(parts.clock) };
  const isNews = await parts.archive.desk.saveFeedback(feedback);
  if (verdict === 'right') return notice('Thank you, noted.');
  if (!isNews || feedback.statement === undefined) return notice(NOTED);
  if (!(await mayTell(parts, feedback))) return notice(NOTED_ONLY);
  await askForDecision(parts, feedback);
  return notice(NOTED);
}

const NOTED = 'Thank you: it is noted as wrong, with what it was about.';
const NOTED_ONLY =
  'Thank you: it is noted as wrong. Whoever runs Détente was told of five of yours today, and finds this one in the list.';

/** Of one user whoever runs the bot is told that often a day: nobody floods them. */
const MOST_TOLD = 5;

/** Each time is kept as the id of a request is, for as long, under a name that says nothing of the user. */
async function mayTell({ archive: { desk } }: BotParts, { conversation, user, at }: Feedback): Promise<boolean> {
  const { adapter } = conversation;
  for (let time = 1; time <= MOST_TOLD; time += 1) {
    const name = JSON.stringify(['told', adapter, user, at.slice(0, 10), time]);
    if (await desk.firstSeen(adapter, createHash('sha256').update(name).digest('hex'), at)) return true;
  }
  return false;
}

/** What the feedback is about: a sentence of the edition that was posted, or that would be composed. */
async function subjectOf(
  parts: BotParts,
  { conversation, about }: Extract<ChatRequest, { kind: 'feedback' }>,
): Promise<Pick<Feedback, 'about' | 'statement'>> {
  const [, date, situation] = KEY.exec(about) ?? [];
  if (date === undefined) return { about };
  const edition =
    (await deliveredEdition(parts, conversation, date, situation)) ??
    (await parts.brief({ date, ...(situation !== undefined && { situation }) }));
  const statement = statementsOf(edition).find((one) => keyOf(edition, one) === about);
  if (statement === undefined) return { about };
  return { about: `edition of ${date}: ${cited(statement)}`, statement: ownWords(statement) };
}

/** What feedback on an answer is about: the question, and what was answered with its citations. */
export function aboutAnswer({ question, answer, parts }: AnswerReport): string {
  if (parts !== undefined && parts.length > 0) return parts.map(aboutAnswer).join(' | ');
  const said = answer.kind === 'answered' ? answer.statements.map(cited).join(' ') : answer.message;
  return `${question} -> ${said}`;
}

function cited({ text, citations }: Statement): string {
  return `${text} [${citations.map(({ articleId, start, end }) => `${articleId} ${start}-${end}`).join('; ')}]`;
}
