import { DetenteError, reasonOf } from '../errors.ts';
import type { IsoDate } from './article.ts';
import type { Conversation } from './chat.ts';
import type { NonEmpty } from './citation.ts';
import type { EventType } from './event.ts';

/** A sentence of the archive as a model sees it: a number and words. Neither a link nor an id of the archive leaves it. */
export interface NumberedPassage {
  /** From 1, in the order in which the model is shown them. */
  readonly id: number;
  readonly text: string;
  readonly outlet?: string;
  readonly publishedAt?: IsoDate;
}

/** Words of a numbered sentence, as a model says that they stand there. */
interface DraftQuote {
  readonly id: number;
  readonly quote: string;
}

/** A sentence that a model wrote, with what it says it rests on. Nothing of it holds before the gate has passed it. */
export interface ClaimDraft {
  readonly text: string;
  readonly quotes: readonly DraftQuote[];
}

/** A text for the thing of this number: a statement in other words, or in another language. */
export interface TextDraft {
  readonly id: number;
  readonly text: string;
}

/** A statement that the archive makes: its own words, and the quotes that carry it. */
export interface NumberedStatement {
  readonly id: number;
  readonly text: string;
  readonly quotes: NonEmpty<string>;
}

/** An act as a model reads it out of a numbered sentence: `quote` holds the actor, the act and its target. */
export interface ActDraft extends DraftQuote {
  readonly type: EventType;
  /** Names as the sentence gives them. */
  readonly actors: readonly string[];
  readonly targets: readonly string[];
  /** The verb of the act, as it stands in the quote. */
  readonly verb: string;
}

/** What a model can be asked for: what it is given, and what a draft of its reply is. */
interface Work {
  /** Claims that answer a question from numbered sentences; none where they hold no answer. */
  readonly answer: {
    readonly given: { readonly question: string; readonly sentences: NonEmpty<NumberedPassage> };
    readonly draft: ClaimDraft;
  };
  /** Statements of the archive, worded one by one from their quotes. */
  readonly wording: { readonly given: { readonly statements: NonEmpty<NumberedStatement> }; readonly draft: TextDraft };
  /** Sentences put into another language, named in English; names that are not of states stay as they are written. */
  readonly translation: {
    readonly given: { readonly language: string; readonly sentences: NonEmpty<TextDraft> };
    readonly draft: TextDraft;
  };
  /** One draft: a question in plain words with one thing asked for, and words to search by. */
  readonly reading: {
    readonly given: { readonly question: string };
    readonly draft: { readonly question: string; readonly terms: readonly string[] };
  };
  /** Whether quotes carry the whole of a claim: judged, never changed. */
  readonly judgement: {
    readonly given: { readonly claims: NonEmpty<NumberedStatement> };
    readonly draft: { readonly id: number; readonly supported: boolean };
  };
  /** What numbered sentences report that somebody did. */
  readonly events: {
    readonly given: { readonly sentences: NonEmpty<NumberedPassage> };
    readonly draft: ActDraft;
  };
}

export type TaskKind = keyof Work;
export type Task<Kind extends TaskKind = TaskKind> = Kind extends TaskKind
  ? { readonly kind: Kind } & Work[Kind]['given']
  : never;
export type Draft<Kind extends TaskKind> = Work[Kind]['draft'];

/** On whose budget a call goes; without a conversation on that of the day alone. */
export interface Payer {
  readonly conversation?: Conversation;
  readonly user?: string;
}

/** What a call took, in tokens of the model. */
export interface ModelUse {
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** The server did not count; these are reckoned from the lengths of the texts. */
  readonly estimated?: true;
}

export interface ModelCall {
  /** Once aborted, nothing more comes and nothing more is read. */
  readonly signal: AbortSignal;
  readonly payer: Payer;
  /** Told once a call that reached the server, also when it failed. */
  readonly onUse?: (use: ModelUse) => void;
}

/**
 * A language model. It is given data only, has no tools, and can name no source: drafts hold the numbers that it was
 * given and words, so that a link or a citation of its own cannot be expressed.
 */
export interface LanguageModel {
  /** Names the model: drafts of different ones are kept apart. */
  readonly name: string;
  /**
   * Drafts one by one, each as soon as the reply has closed it; well formed, and nothing more is known of them.
   * @throws DetenteError `model-unusable`, whose message says in plain words why, also after some drafts
   */
  compose<Kind extends TaskKind>(task: Task<Kind>, call: ModelCall): AsyncIterable<Draft<Kind>>;
}

/** A language model, or in plain words why there is none; `wrong` where a setting of it must be mended. */
export type ModelFound =
  | { readonly kind: 'ready'; readonly model: LanguageModel }
  | { readonly kind: 'absent'; readonly reason: string; readonly wrong?: true };

/** The reason of it was said to whoever runs the bot. */
export const NOT_SET_UP = 'the language model is not set up right';

/**
 * Why a model gave nothing, in words for a reader, without a full stop: those that an error has as `forReaders`, else its
 * message. What whoever runs the bot has to mend is said to them, in the log and by `detente check`.
 */
export function modelFailureWords(error: unknown): string {
  const isKnown = error instanceof DetenteError && error.code === 'model-unusable';
  if (!isKnown) return 'the language model could not be used';
  const words = 'forReaders' in error && typeof error.forReaders === 'string' ? error.forReaders : reasonOf(error);
  return words.replace(/\.$/, '');
}
