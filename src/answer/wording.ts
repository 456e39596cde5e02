import { setTimeout as delay } from 'node:timers/promises';
import type { AnswerReport } from '../domain/answer.ts';
import type { Conversed } from './report.ts';
import { WordedAnswer, type WordingOptions } from './worded-answer.ts';

/** A model that has not answered by then is not waited for any more: nobody looks for its answer. */
const LATEST_MS = 60_000;

/**
 * The answer in a model's words where it comes in time, else as far as it has come, else by rule with a notice; what
 * comes later is handed to `update`. Never rejects for a failure of the model.
 */
export async function inTime(conversed: Conversed, options: WordingOptions): Promise<AnswerReport> {
  const ending = new AbortController();
  const wording = new WordedAnswer(conversed, options, ending.signal);
  const isDone = await Promise.race([
    wording.done.then(() => true),
    delay(options.waitMs, false, { ref: true, signal: ending.signal }).catch(() => true),
  ]);
  if (isDone || options.update === undefined) {
    ending.abort(timeIsUp());
    return isDone ? wording.done : late(wording, options, '');
  }
  replaceLater(wording, options.update, ending).catch((error: unknown) => options.onFailure?.(error));
  return late(wording, options, ' A better wording takes its place if it still comes.');
}

/** What is to be in another language says that it is not, also where a part of it is worded. */
function late(wording: WordedAnswer, { finish }: WordingOptions, hope: string): AnswerReport {
  const why = `the language model did not answer in time.${hope}`;
  if (finish === undefined) return wording.soFar(`Worded by rule: ${why}`);
  const report = wording.soFar();
  const notices = [report.notice, `In English still: ${why}`].filter((one) => one !== undefined);
  return { ...report, notice: notices.join(' ') };
}

async function replaceLater(
  wording: WordedAnswer,
  update: NonNullable<WordingOptions['update']>,
  ending: AbortController,
): Promise<void> {
  const first = wording.soFar();
  const timer = setTimeout(() => ending.abort(timeIsUp()), LATEST_MS);
  timer.unref();
  const last = await wording.done.finally(() => clearTimeout(timer));
  if (!isSame(first, last)) await update(last);
}

/** Tells those who count failures of the model from a reader who went away. */
function timeIsUp(): DOMException {
  return new DOMException('the model was not in time', 'TimeoutError');
}

function isSame(one: AnswerReport, other: AnswerReport): boolean {
  return JSON.stringify([one.answer, one.notice]) === JSON.stringify([other.answer, other.notice]);
}
