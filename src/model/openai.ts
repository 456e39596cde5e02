import { OpenAI } from 'openai';
import type { ModelUse } from '../domain/model.ts';
import type { ServerAddress } from './address.ts';
import { type Dialect, firstDialect, simpler, withLessForm } from './dialect.ts';
import { failureOf, ModelFailure, refusalOf } from './failure.ts';
import type { ModelServer, Piece, ServerRequest, StructuredOutput } from './server.ts';
import { transportTo } from './transport.ts';

/** Tokens of a reply, thoughts included: what is longer is no answer to what is asked here. */
const LONGEST = 8_000;

export interface OpenAiOptions {
  readonly api: 'chat' | 'responses';
  /** For a whole call, to the last byte. */
  readonly timeoutMs: number;
}

type Chat = OpenAI.Chat.ChatCompletionCreateParamsStreaming;
type Responses = OpenAI.Responses.ResponseCreateParamsStreaming;

/** A server that speaks as OpenAI's does, by Chat Completions or Responses. No tools are ever sent, and nothing is stored. */
export class OpenAiServer implements ModelServer {
  readonly name: string;
  readonly #address: ServerAddress;
  readonly #options: OpenAiOptions;
  readonly #client: OpenAI;
  #dialect: Dialect;
  /** A call has succeeded, so that a refusal is of what was asked, not of the manner. */
  #isProven = false;

  constructor(address: ServerAddress, options: OpenAiOptions) {
    this.name = `${address.model} at ${address.host}`;
    this.#address = address;
    this.#options = options;
    this.#client = clientFor(address, options.timeoutMs);
    this.#dialect = firstDialect(address.model);
  }

  get output(): StructuredOutput {
    return this.#dialect.output;
  }

  ignoresForm(): void {
    this.#dialect = { ...this.#dialect, output: 'text' };
  }

  async *stream(request: ServerRequest, signal: AbortSignal): AsyncGenerator<Piece> {
    const ends = AbortSignal.any([signal, AbortSignal.timeout(this.#options.timeoutMs)]);
    try {
      yield* await this.#pieces(request, ends);
    } catch (error) {
      if (!ends.aborted) throw failureOf(error, this.#address);
    }
    // the client ends quietly where it was told to stop
    if (ends.aborted) throw this.#ended(signal);
  }

  async embed(model: string, texts: readonly string[], signal: AbortSignal): Promise<readonly (readonly number[])[]> {
    // the client's own limit ends with the first byte
    const ends = AbortSignal.any([signal, AbortSignal.timeout(this.#options.timeoutMs)]);
    try {
      const { data } = await this.#client.embeddings.create(
        // without it the client asks for base64, which many servers do not have
        { model, input: [...texts], encoding_format: 'float' },
        { signal: ends },
      );
      return data.toSorted((one, other) => one.index - other.index).map(({ embedding }) => embedding);
    } catch (error) {
      if (ends.aborted) throw this.#ended(signal);
      throw failureOf(error, { ...this.#address, model }, 'OPENAI_EMBEDDINGS_MODEL');
    }
  }

  #ended(signal: AbortSignal): ModelFailure {
    if (signal.aborted) return new ModelFailure('aborted', 'the language model did not answer in time');
    const seconds = this.#options.timeoutMs / 1000;
    return new ModelFailure('slow', `${this.#address.host} took longer than ${seconds} s`);
  }

  /** Asks until the server takes the manner in which it is asked: at most once for each thing that can be left out. */
  async #pieces(request: ServerRequest, signal: AbortSignal): Promise<AsyncIterable<Piece>> {
    for (;;) {
      const dialect = this.#dialect;
      try {
        const pieces = await (this.#options.api === 'chat'
          ? this.#chat(request, dialect, signal)
          : this.#responses(request, dialect, signal));
        this.#isProven = true;
        return pieces;
      } catch (error) {
        const next = this.#simplerAfter(error, dialect);
        if (next === undefined) throw error;
        this.#dialect = next;
      }
    }
  }

  #simplerAfter(error: unknown, dialect: Dialect): Dialect | undefined {
    const refusal = refusalOf(error);
    if (refusal === undefined || ![400, 422, 500, 501].includes(refusal.status)) return undefined;
    const next = simpler(dialect, refusal.said);
    if (next !== undefined || this.#isProven) return next;
    // it does not say what it will not take: until a call has succeeded it may be the form
    return failureOf(error, this.#address).kind === 'request' ? withLessForm(dialect) : undefined;
  }

  async #chat(request: ServerRequest, dialect: Dialect, signal: AbortSignal): Promise<AsyncIterable<Piece>> {
    const body = chatBody(this.#address.model, request, dialect);
    const { data, response } = await this.#client.chat.completions.create(body, { signal }).withResponse();
    this.#wantStream(response);
    return chatPieces(data);
  }

  async #responses(request: ServerRequest, dialect: Dialect, signal: AbortSignal): Promise<AsyncIterable<Piece>> {
    const body = responsesBody(this.#address.model, request, dialect);
    const { data, response } = await this.#client.responses.create(body, { signal }).withResponse();
    this.#wantStream(response);
    return responsesPieces(data, this.#address.host);
  }

  #wantStream({ headers }: Response): void {
    if (/application\/json/i.test(headers.get('content-type') ?? ''))
      throw new ModelFailure('reply', `${this.#address.host} answers in one piece in place of a stream`);
  }
}

/** Every setting that the client would else take from the environment is given. */
function clientFor(address: ServerAddress, timeout: number): OpenAI {
  return new OpenAI({
    baseURL: address.url,
    defaultQuery: { ...address.query },
    // headers are the transport's; without any key the client would not start
    apiKey: 'set by the transport',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    timeout,
    logLevel: 'off',
    fetch: transportTo(address),
  });
}

function systemOf({ system, schema }: ServerRequest, { output }: Dialect): string {
  return output === 'json schema' ? system : `${system}\n\nThe JSON schema of the reply: ${JSON.stringify(schema)}`;
}

function chatBody(model: string, request: ServerRequest, dialect: Dialect): Chat {
  const { output, counts, longest, manner } = dialect;
  const schema = { name: request.kind, strict: true, schema: { ...request.schema } };
  return {
    model,
    stream: true,
    messages: [
      { role: 'system', content: systemOf(request, dialect) },
      { role: 'user', content: request.user },
    ],
    ...(output === 'json schema' && { response_format: { type: 'json_schema', json_schema: schema } }),
    ...(output === 'json object' && { response_format: { type: 'json_object' } }),
    ...(counts && { stream_options: { include_usage: true } }),
    ...(longest !== 'not sent' && { [longest]: LONGEST }),
    ...(manner === 'low effort' && { reasoning_effort: 'low' }),
    ...(manner === 'temperature 0' && { temperature: 0 }),
  };
}

function responsesBody(model: string, request: ServerRequest, dialect: Dialect): Responses {
  const { output, longest, manner } = dialect;
  const schema = { name: request.kind, strict: true, schema: { ...request.schema } };
  return {
    model,
    stream: true,
    // else the texts would lie there for thirty days
    store: false,
    instructions: systemOf(request, dialect),
    input: request.user,
    ...(output === 'json schema' && { text: { format: { type: 'json_schema', ...schema } } }),
    ...(output === 'json object' && { text: { format: { type: 'json_object' } } }),
    ...(longest === 'max_completion_tokens' && { max_output_tokens: LONGEST }),
    ...(manner === 'low effort' && { reasoning: { effort: 'low' } }),
    ...(manner === 'temperature 0' && { temperature: 0 }),
  };
}

async function* chatPieces(chunks: AsyncIterable<OpenAI.Chat.ChatCompletionChunk>): AsyncGenerator<Piece> {
  for await (const { choices, usage } of chunks) {
    const [choice] = choices ?? [];
    if (choice?.delta?.refusal) yield { kind: 'refusal' };
    if (choice?.delta?.content) yield { kind: 'text', text: choice.delta.content };
    if (choice?.finish_reason) yield { kind: 'end', how: endings[choice.finish_reason] ?? 'whole' };
    if (usage) yield used(usage.prompt_tokens, usage.completion_tokens);
  }
}

const endings: Readonly<Record<string, 'too long' | 'filtered'>> = {
  length: 'too long',
  max_output_tokens: 'too long',
  content_filter: 'filtered',
};

async function* responsesPieces(
  events: AsyncIterable<OpenAI.Responses.ResponseStreamEvent>,
  host: string,
): AsyncGenerator<Piece> {
  for await (const event of events) {
    if (event.type === 'response.output_text.delta') yield { kind: 'text', text: event.delta };
    else if (event.type === 'response.refusal.delta') yield { kind: 'refusal' };
    else if (event.type === 'response.failed') throw givenUp(host);
    else if (event.type === 'response.completed' || event.type === 'response.incomplete')
      yield* endOf(event.response, host);
  }
}

function* endOf({ usage, status, incomplete_details: gap }: OpenAI.Responses.Response, host: string): Generator<Piece> {
  if (usage) yield used(usage.input_tokens, usage.output_tokens);
  if (status === 'failed') throw givenUp(host);
  yield { kind: 'end', how: endings[gap?.reason ?? ''] ?? (status === 'incomplete' ? 'too long' : 'whole') };
}

function givenUp(host: string): ModelFailure {
  return new ModelFailure('reply', `${host} gave the answer up`);
}

function used(inputTokens: unknown, outputTokens: unknown): Piece {
  return {
    kind: 'use',
    use: { inputTokens: count(inputTokens), outputTokens: count(outputTokens) } satisfies ModelUse,
  };
}

function count(tokens: unknown): number {
  return typeof tokens === 'number' && tokens >= 0 ? tokens : 0;
}
