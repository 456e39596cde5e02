import type { Unit } from './units.ts';

/** How likely or commanded a verb makes what it tells; undefined where it is told as it is. */
export type Mood = Modal | `${Modal} have`;
type Modal = 'will' | 'may' | 'could' | 'can' | 'must' | 'should';

/** How near to a number the true one is. */
export type Hedge = 'least' | 'more' | 'most' | 'less' | 'about' | 'nearly' | 'only';

/** A word that says something, as it stands in its sentence. */
export interface Node {
  readonly id: number;
  /** Which of the texts it stands in. */
  readonly text: number;
  /** Index of its unit in its text. */
  readonly at: number;
  readonly unit: Unit;
  /** An act is told by a verb or by what a copula says; a thing by a noun. */
  readonly kind: 'act' | 'thing' | 'time' | 'number' | 'quality' | 'pronoun';
  negated: boolean;
  mood: Mood | undefined;
  /** What it tells is still going on, has been done, or stands in no time of its own. */
  aspect: 'done' | 'ongoing' | 'present' | 'bare' | undefined;
  hedge: Hedge | undefined;
  plural: boolean;
  passive: boolean;
  /** It tells something of a subject: a verb, or what a copula says. */
  telling: boolean;
  /** There is none of it: "no village". */
  none: boolean;
  /** "the posts": what was named before, or is known. */
  definite: boolean;
  /** Of a verb, the word that makes it another one: "down" in "shot down". */
  particle: string | undefined;
  /** Of a subject that is left out: whom the act is somebody's by the grammar. */
  clause: number;
}

/** `head` is told more about by `dependent`: who does it, whom it is done to, where, how many. */
export interface Edge {
  readonly head: Node;
  readonly dependent: Node;
  readonly relation: string;
  /** One of several things that the dependent can belong to. */
  readonly open?: true;
  /** It may stand so and need not: "X said A, and B" may leave B to X or to nobody. */
  readonly soft?: true;
  /** Set apart by a comma: it adds to what stands before it and does not narrow it. */
  readonly aside?: true;
}

/** The nodes of a text and what they have to do with each other. */
export interface Graph {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  /** The acts that no other governs: what the text states. */
  readonly roots: readonly Node[];
  readonly sentences: number;
}
