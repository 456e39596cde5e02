import { sourcesOf } from '../brief/sources.ts';
import { numbered, wordStatements } from '../brief/wordings.ts';
import type { Answer, AnswerReport } from '../domain/answer.ts';
import { isNonEmpty, type NonEmpty } from '../domain/citation.ts';
import { type LanguageModel, type ModelCall, modelFailureWords, type NumberedStatement } from '../domain/model.ts';
import { gate } from '../verify/gate.ts';
import { type Evidence, evidenceFor } from './evidence.ts';
import { type Claim, isQuotation, merged } from './merged.ts';
import { type Conversed, citationsOf, reportOf, type Told } from './report.ts';
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

/** One question: what is told, and what of the model's words the reader may see by now. */
interface Asked {
  told: Told;
  claims: readonly Claim[];
  /** Wordings of statements, by their texts. */
  readonly words: Map<string, string>;
  notice?: string;
}

/** An answer by rule on its way through a model: what has passed the gate by now can be shown at any time. */
export class WordedAnswer {
  /** The answer at its end; never rejects. */
  readonly done: Promise<AnswerReport>;
  readonly #conversed: Conversed;
  readonly #options: WordingOptions;
  readonly #call: ModelCall;
  readonly #began = performance.now();
  readonly #asked: readonly Asked[];
  readonly #dropped: Record<string, number> = {};
  #claims = 0;

  constructor(conversed: Conversed, options: WordingOptions, signal: AbortSignal) {
    this.#conversed = conversed;
    this.#options = options;
    this.#call = { signal, payer: options.payer };
    this.#asked = conversed.told.map((told) => ({ told, claims: [], words: new Map() }));
    this.done = this.#run();
  }

  /** @param notice is said where nothing of the model can be shown */
  soFar(notice?: string): AnswerReport {
    const { report, asked, ground } = this.#conversed;
    const told = this.#asked.map((one) => ({ ...one.told, answer: this.#answerOf(one) }));
    const worded = reportOf(report.question, told, asked, ground, this.#elapsedMs());
    const notices = [...this.#asked.map((one) => one.notice), worded.engine === 'extractive' ? notice : undefined];
    const said = [...new Set(notices.filter((one) => one !== undefined))].join(' ');
    return { ...worded, elapsed: this.#elapsed(), ...(said !== '' && { notice: said }) };
  }

  async #run(): Promise<AnswerReport> {
    let failure: string | undefined;
    try {
      for (const one of this.#asked) await this.#word(one);
    } catch (error) {
      // whatever it is: the answer by rule stands
      if (!this.#call.signal.aborted) this.#options.onFailure?.(error);
      failure = `Worded by rule: ${modelFailureWords(error)}.`;
    }
    const report = this.soFar(failure);
    return this.#options.finish === undefined ? report : this.#options.finish(report, this.#call.signal);
  }

  /** A question that the ladder has no answer to is read anew; one that it has is worded. */
  async #word(one: Asked): Promise<void> {
    if (one.told.answer.kind === 'unanswered') await this.#reread(one);
    if (one.told.answer.kind !== 'answered') return;
    const ends = await Promise.allSettled([this.#readClaims(one), this.#wordStatements(one)]);
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  }

  async #reread(one: Asked): Promise<void> {
    const again = await reread(one.told, this.#conversed.ground, this.#options.model, this.#call);
    if (again === undefined) return;
    one.told = { ...again, text: one.told.text };
    one.notice = `Read as: “${again.text}”`;
  }

  /** What the ladder words itself is worded as in a brief; what it quotes, and what else there is, by claims. */
  async #wordStatements({ told: { answer }, words }: Asked): Promise<void> {
    if (answer.kind !== 'answered') return;
    const own = answer.statements.filter((statement) => !isQuotation(statement));
    const sources = sourcesOf(citationsOf(answer), this.#conversed.ground.outlines);
    const failures: unknown[] = [];
    const told = {
      onClaim: (fault: string | undefined) => this.#count(fault),
      onFailure: (error: unknown) => void failures.push(error),
    };
    await wordStatements(own, sources, { model: this.#options.model, call: this.#call, ...told }, words);
    if (failures.length > 0) throw failures[0];
  }

  /** As they come, or where they are judged once all have come. */
  async #readClaims(one: Asked): Promise<void> {
    const passed: Claim[] = [];
    for await (const claim of this.#passed(one.told)) {
      passed.push(claim);
      if (this.#options.judge) continue;
      this.#count(undefined);
      one.claims = [...passed];
    }
    if (this.#options.judge && isNonEmpty(passed)) one.claims = await this.#judged(passed);
  }

  async *#passed(told: Told): AsyncGenerator<Claim> {
    const evidence = await evidenceFor(told, this.#conversed.ground);
    const sentences = evidence.map(({ passage }) => passage);
    if (!isNonEmpty(sentences)) return;
    const question = told.question?.text ?? told.text;
    for await (const draft of this.#options.model.compose({ kind: 'answer', question, sentences }, this.#call)) {
      const gated = gate(draft, sentences);
      if (gated.kind === 'dropped') this.#count(gated.fault);
      else yield claimOf(gated, evidence);
    }
  }

  /** What is not judged to stand in its quotes is not shown. */
  async #judged(claims: NonEmpty<Claim>): Promise<readonly Claim[]> {
    const [first, ...rest] = claims.map(numbered) as [NumberedStatement, ...NumberedStatement[]];
    const verdicts = new Map<number, boolean>();
    const judge = (id: number, supported: boolean) => {
      if (claims[id - 1] === undefined || verdicts.has(id)) return;
      verdicts.set(id, supported);
      this.#count(supported ? undefined : 'judged');
    };
    const task = { kind: 'judgement', claims: [first, ...rest] } as const;
    for await (const { id, supported } of this.#options.model.compose(task, this.#call)) judge(id, supported);
    for (const at of claims.keys()) judge(at + 1, false);
    return claims.filter((_, at) => verdicts.get(at + 1));
  }

  #answerOf({ told: { answer, question }, claims, words }: Asked): Answer {
    if (answer.kind !== 'answered' || question === undefined) return answer;
    return merged(answer, question, { claims, words }, this.#conversed.ground);
  }

  #count(fault: string | undefined): void {
    this.#claims += 1;
    if (fault !== undefined) this.#dropped[fault] = (this.#dropped[fault] ?? 0) + 1;
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
  { text, sentences }: { readonly text: string; readonly sentences: NonEmpty<number> },
  evidence: readonly Evidence[],
): Claim {
  const citations = sentences.flatMap((id) => evidence.find(({ passage }) => passage.id === id)?.citation ?? []);
  if (!isNonEmpty(citations)) throw new TypeError('the gate passed a claim without a sentence');
  return { text, citations };
}
