import { readFileSync } from 'node:fs';
import { ask } from '../../src/answer/ask.ts';
import type { Answer } from '../../src/domain/answer.ts';
import type { Archive } from '../../src/domain/archive.ts';
import { fold } from '../../src/text/words.ts';

/** A labelled question, as `questions.json` holds it; one with dates is asked as of each of them. */
interface Label {
  readonly id: string;
  readonly q: string;
  readonly type: string;
  readonly answer?: string | null;
  readonly acceptable: readonly string[];
  readonly all_required?: boolean;
  readonly must_not?: readonly string[];
  readonly as_of?: readonly (Partial<Label> & { readonly date: string })[];
}

export interface Score {
  readonly answerable: number;
  readonly unanswerable: number;
  readonly right: readonly string[];
  /** Answered, and not right; also an answer where there is none. */
  readonly wrong: readonly string[];
  readonly refused: readonly string[];
}

/** Asks labelled questions and scores the answers by their words alone; the tools outside score citations too. */
export async function scoreQuestions(archive: Archive, path: string): Promise<Score> {
  const file = JSON.parse(readFileSync(path, 'utf8')) as { questions: readonly Label[] };
  const score = {
    answerable: 0,
    unanswerable: 0,
    right: [] as string[],
    wrong: [] as string[],
    refused: [] as string[],
  };
  for (const { label, asOf } of file.questions.flatMap(byDate)) {
    const scope = asOf === undefined ? {} : { scope: { asOf } };
    const { answer } = await ask(archive, label.q, { today: asOf ?? '2030-01-01', ...scope });
    const open = label.acceptable.includes('ABSTAIN');
    if (open) score.unanswerable += 1;
    else score.answerable += 1;
    if (answer.kind === 'unanswered') {
      if (open) score.refused.push(label.id);
    } else if (open || !isRight(label, answer)) score.wrong.push(label.id);
    else score.right.push(label.id);
  }
  return score;
}

function byDate(label: Label): { label: Label; asOf?: string }[] {
  if (label.as_of === undefined) return [{ label }];
  return label.as_of.map((entry) => ({
    label: { ...label, ...entry, id: `${label.id}@${entry.date}` },
    asOf: entry.date,
  }));
}

function isRight(label: Label, answer: Extract<Answer, { kind: 'answered' }>): boolean {
  const said = fold([answer.short ?? '', ...answer.statements.map(({ text }) => text)].join(' \n '));
  const polarity = /^(yes|no)\b/.exec(fold(label.answer ?? ''))?.[1];
  const given = /^(yes|no)$/.exec(fold(answer.short ?? ''))?.[1];
  if (polarity !== undefined && given !== undefined && polarity !== given) return false;
  if (label.must_not?.some((words) => saysAny(said, words))) return false;
  const fits = (group: string) => saysAny(said, group);
  return label.all_required ? label.acceptable.every(fits) : label.acceptable.some(fits);
}

/** "a|b" is a or b; short words count only as words. */
function saysAny(text: string, group: string): boolean {
  return group.split('|').some((words) => {
    const plain = fold(words);
    return plain.length > 3 ? text.includes(plain) : new RegExp(`(?<!\\w)${RegExp.escape(plain)}(?!\\w)`).test(text);
  });
}
