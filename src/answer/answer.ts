import { EMPTY_ARCHIVE } from '../brief/empty.ts';
import type { Answer } from '../domain/answer.ts';
import { verified } from '../verify/citation.ts';
import { followed, type Turn } from './follow-up.ts';
import type { Ground } from './ground.ts';
import { climb } from './ladder.ts';
import { parseQuestion, type Question } from './question/frame.ts';
import { refused } from './refusal.ts';
import { citationsOf, type Told } from './report.ts';

/** Answers one question by the ladder. `before` is the turn that "and when?" follows. */
export async function answerTo(text: string, ground: Ground, before?: Turn): Promise<Told> {
  if (ground.outlines.size === 0) return { text, answer: refused('empty-archive', EMPTY_ARCHIVE, []) };
  const question = understood(text, ground, before);
  if (question === undefined) return { text, answer: refused('unclear', UNCLEAR, []) };
  return { text, answer: await climbed(question, ground), question };
}

const UNCLEAR = 'That holds no question I can read. Ask for instance: who offered mediation?';

function understood(text: string, { today }: Ground, before?: Turn): Question | undefined {
  const parsed = parseQuestion(text, today);
  if (before === undefined) return parsed;
  if (parsed !== undefined) return followed(parsed, before);
  const bare = parseQuestion(`${text} ${before.question.text}`, today);
  return bare === undefined || !/\p{L}/u.test(text) ? undefined : followed({ ...bare, text }, before);
}

/** The ladder's answer to a question; nothing leaves with a citation that does not hold. */
export async function climbed(question: Question, ground: Ground): Promise<Answer> {
  const answer = await climb(question, ground);
  const [kept] = await verified(ground.archive, [answer], citationsOf);
  return kept ?? refused('no-evidence', 'Not in the archive: the words found could not be verified.', []);
}
