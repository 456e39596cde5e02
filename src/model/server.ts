import type { ModelUse } from '../domain/model.ts';

/** How a server can be held to a form of reply, best first; with `text` it is only asked for. */
export type StructuredOutput = 'json schema' | 'json object' | 'text';

/** One call: instructions, one JSON document of data, and the form of the reply. Nothing else can be sent. */
export interface ServerRequest {
  /** Names the form, for servers that want a name. */
  readonly kind: string;
  readonly system: string;
  readonly user: string;
  /** A JSON schema with every property required and no others. */
  readonly schema: Readonly<Record<string, unknown>>;
}

/** What comes of a reply, as it comes. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'use'; readonly use: ModelUse }
  | { readonly kind: 'refusal' }
  /** The server says that the reply is over, and whether it is whole; a stream without it was cut. */
  | { readonly kind: 'end'; readonly how: 'whole' | 'too long' | 'filtered' };

/** A server that completes texts, whatever it speaks. */
export interface ModelServer {
  /** The model and whose it is: `gpt-5-mini at api.openai.com`. */
  readonly name: string;
  /** What the server takes, as far as it is known yet. */
  readonly output: StructuredOutput;
  /** Told where a reply had words around its JSON: the server took the form and does not hold the model to it. */
  ignoresForm(): void;
  /**
   * Nothing comes and nothing is read after the signal.
   * @throws ModelFailure
   */
  stream(request: ServerRequest, signal: AbortSignal): AsyncIterable<Piece>;
  /**
   * The vector of each text, in their order.
   * @throws ModelFailure
   */
  embed(model: string, texts: readonly string[], signal: AbortSignal): Promise<readonly (readonly number[])[]>;
}
