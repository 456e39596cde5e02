import { setTimeout as delay } from 'node:timers/promises';
import type { Answer, AnswerReport } from '../domain/answer.ts';
import { isNonEmpty } from '../domain/citation.ts';
import { type LanguageModel, type ModelCall, modelFailureWords, type NumberedStatement } from '../domain/model.ts';
import { gate } from '../verify/gate.ts';
import type { Conversed } from './ask.ts';
import { type Evidence, evidenceFor } from './evidence.ts';
import { type Claim, merged } from './merged.ts';
import { reportOf, type Told } from './report.ts';
import { reread } from './reread.ts';

/** How a language model words answers, and how long a reader waits for it. */
export interface WordingOptions {
  readonly model: LanguageModel;
  readonly payer: ModelCall['payer'];
  /** Whether the model judges what the gate has passed, in a call of its own. */
  readonly judge: boolean;
  /** Milliseconds until the answer is given as far as it has come. */
  readonly waitMs: number;
  /** Told of each claim: what the gate found wrong with it, or undefined. */
  readonly onClaim?: (fault: string | undefined) => void;
  /** Told what went wrong, for the log. */
  readonly onFailure?: (error: unknown) => void;
  /** What is done with the words in the end, such as putting them into another language; never rejects. */
  readonly finish?: (report: AnswerReport, signal: AbortSignal) => Promise<AnswerReport>;
  /** Puts a better answer in the place of the first, where that is still possible. */
  readonly update?: (report: AnswerReport) => Promise<void>;
}

/** A model that has not answered by then is not waited for any more: nobody looks for its answer. */
const LATEST_MS = 60_000;

/**
 * The answer in a model's words where it comes in time, else as far as it has come, else by rule with a notice; what
 * comes later is handed to `update`. Never rejects for a failure of the model.
 */
export async function inTime(conversed: Conversed, options: WordingOptions): Promise<AnswerReport> {
  const ending = new AbortController();
  const wording = new Wording(conversed, options, ending.signal);
  const isDone = await Promise.race([
    wording.done.then(() => true),
    delay(options.waitMs, false, { ref: true, signal: ending.signal }).catch(() => true),
  ]);
  if (isDone || options.update === undefined) {
    ending.abort(timeIsUp());
    return isDone ? wording.done : wording.soFar(LATE);
  }
  void replaceLater(wording, options.update, ending);
  return wording.soFar(LATE_BUT_COMING);
}

const LATE = 'Worded by rule: the language model did not answer in time.';
const LATE_BUT_COMING = `${LATE} A better wording takes its place if it still comes.`;

async function replaceLater(
  wording: Wording,
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

/** An answer on its way through a model. */
class Wording {
  /** The answer at its end; never rejects. */
  readonly done: Promise<AnswerReport>;
  readonly #conversed: Conversed;
  readonly #options: WordingOptions;
  readonly #call: ModelCall;
  readonly #began = performance.now();
  readonly #dropped: Record<string, number> = {};
  #claims = 0;
  /** Of each question what is told, and the claims that the reader may see. */
  readonly #told: { told: Told; claims: readonly Claim[]; notice?: string }[];

  constructor(conversed: Conversed, options: WordingOptions, signal: AbortSignal) {
    this.#conversed = conversed;
    this.#options = options;
    this.#call = { signal, payer: options.payer };
    this.#told = conversed.told.map((told) => ({ told, claims: [] }));
    this.done = this.#run();
  }

  /** What can be shown by now. */
  soFar(notice?: string): AnswerReport {
    const { report, asked, ground } = this.#conversed;
    const told = this.#told.map(({ told: one, claims }) => ({ ...one, answer: this.#answerOf(one, claims) }));
    const worded = reportOf(report.question, told, asked, ground, this.#elapsedMs());
    const notices = [...this.#told.map((one) => one.notice), worded.engine === 'extractive' ? notice : undefined];
    const said = [...new Set(notices.filter((one) => one !== undefined))].join(' ');
    return { ...worded, elapsed: this.#elapsed(), ...(said !== '' && { notice: said }) };
  }

  async #run(): Promise<AnswerReport> {
    let failure: string | undefined;
    try {
      for (const at of this.#told.keys()) await this.#word(at);
    } catch (error) {
      // whatever it is: the answer by rule stands
      if (!this.#call.signal.aborted) this.#options.onFailure?.(error);
      failure = `Worded by rule: ${modelFailureWords(error)}.`;
    }
    const report = this.soFar(failure);
    return this.#options.finish === undefined ? report : this.#options.finish(report, this.#call.signal);
  }

  /** A question that the ladder has no answer to is read anew; one that it has is worded. */
  async #word(at: number): Promise<void> {
    const one = this.#told[at];
    if (one === undefined) return;
    const { model, judge } = this.#options;
    const again =
      one.told.answer.kind === 'unanswered'
        ? await reread(one.told, this.#conversed.ground, model, this.#call)
        : undefined;
    if (again !== undefined) {
      one.told = { ...again, text: one.told.text };
      one.notice = `Read as: “${again.text}”`;
    }
    if (one.told.answer.kind !== 'answered') return;
    const claims = await this.#read(
      one,
      judge
        ? () => {}
        : (passed) => {
            one.claims = passed;
          },
    );
    if (judge && isNonEmpty(claims)) one.claims = await this.#judged(claims);
  }

  async #read({ told }: { readonly told: Told }, onPassed: (claims: readonly Claim[]) => void): Promise<Claim[]> {
    const evidence = await evidenceFor(told, this.#conversed.ground);
    const sentences = evidence.map(({ passage }) => passage);
    const passed: Claim[] = [];
    if (!isNonEmpty(sentences)) return passed;
    const question = told.question?.text ?? told.text;
    const drafts = this.#options.model.compose({ kind: 'answer', question, sentences }, this.#call);
    for await (const draft of drafts) {
      const gated = gate(draft, sentences);
      this.#count(gated.kind === 'dropped' ? gated.fault : undefined);
      if (gated.kind === 'passed') passed.push(claimOf(gated, evidence));
      onPassed([...passed]);
    }
    return passed;
  }

  /** What is not judged to stand in its quotes is not shown. */
  async #judged(claims: readonly [Claim, ...Claim[]]): Promise<readonly Claim[]> {
    const numbered = claims.map(({ text, citations: [first, ...rest] }, at): NumberedStatement => {
      return { id: at + 1, text, quotes: [first.quote, ...rest.map(({ quote }) => quote)] };
    });
    const supported = new Set<number>();
    if (!isNonEmpty(numbered)) return [];
    for await (const { id, supported: is } of this.#options.model.compose(
      { kind: 'judgement', claims: numbered },
      this.#call,
    ))
      if (is) supported.add(id);
    const kept = claims.filter((_, at) => supported.has(at + 1));
    for (let lost = claims.length - kept.length; lost > 0; lost -= 1) this.#drop('judged');
    return kept;
  }

  #answerOf({ answer, question }: Told, claims: readonly Claim[]): Answer {
    if (answer.kind !== 'answered' || question === undefined || claims.length === 0) return answer;
    return merged(answer, question, claims, this.#conversed.ground);
  }

  #count(fault: string | undefined): void {
    this.#claims += 1;
    if (fault !== undefined) this.#drop(fault);
    else this.#options.onClaim?.(undefined);
  }

  #drop(fault: string): void {
    this.#dropped[fault] = (this.#dropped[fault] ?? 0) + 1;
    this.#options.onClaim?.(fault);
  }

  #elapsedMs(): number {
    return this.#conversed.report.elapsedMs + Math.round(performance.now() - this.#began);
  }

  #elapsed() {
    const searchMs = this.#conversed.report.elapsedMs;
    return { searchMs, modelMs: this.#elapsedMs() - searchMs, claims: this.#claims, dropped: { ...this.#dropped } };
  }
}

function claimOf(
  gated: { readonly text: string; readonly sentences: readonly [number, ...number[]] },
  evidence: readonly Evidence[],
): Claim {
  const citations = gated.sentences.flatMap((id) => evidence.find(({ passage }) => passage.id === id)?.citation ?? []);
  if (!isNonEmpty(citations)) throw new TypeError('the gate passed a claim without a sentence');
  return { text: gated.text, citations };
}
