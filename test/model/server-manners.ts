import type { Anything, ModelRequest } from './model-request.ts';

/** How servers that say they are compatible with OpenAI's differ: what one takes, and what it turns away. */
export interface Manners {
  /** The key that is asked for; null where any is taken, and none. */
  readonly key: string | null;
  /** Names that the server knows. */
  readonly models: readonly string[];
  /** Structured output: by a schema, as any JSON object, or not at all; what is beyond it is refused with 400. */
  readonly formats: 'schema' | 'object' | 'none';
  /** Fields of the body that are refused with 400, such as `max_tokens` or `stream_options`. */
  readonly refuses: readonly string[];
  readonly responses: boolean;
  /** Numbers in a vector; 0 where the server has no embeddings. */
  readonly dimensions: number;
}

/** Why the server turns a request away, as OpenAI words it; undefined where it takes it. */
export interface TurnedAway {
  readonly status: number;
  readonly error: { readonly message: string; readonly type: string; readonly code: string };
}

export function turnedAway(request: ModelRequest, manners: Manners): TurnedAway | undefined {
  return (
    wrongKey(request, manners.key) ??
    noSuchPath(request, manners) ??
    noJson(request) ??
    unknownModel(request, manners) ??
    unfit(request, manners)
  );
}

/** Quotes the key whole, as careless servers do: whoever shows the message shows the key. */
function wrongKey({ headers }: ModelRequest, key: string | null): TurnedAway | undefined {
  const given = headers.authorization?.replace(/^Bearer /, '') ?? headers['api-key'];
  if (key === null || given === key) return undefined;
  return refusal(
    401,
    `Incorrect API key provided: ${given}. You can find your API key in your account.`,
    'invalid_api_key',
  );
}

function noSuchPath({ path }: ModelRequest, { responses, dimensions }: Manners): TurnedAway | undefined {
  const known = [
    '/v1/chat/completions',
    '/v1/models',
    ...(responses ? ['/v1/responses'] : []),
    ...(dimensions > 0 ? ['/v1/embeddings'] : []),
  ];
  if (known.includes(path) || path.startsWith('/v1/models/')) return undefined;
  return refusal(404, `Invalid URL (${path})`, 'unknown_url');
}

function noJson({ method, body }: ModelRequest): TurnedAway | undefined {
  if (method === 'GET' || typeof body === 'object') return undefined;
  return refusal(400, 'We could not parse the JSON body of your request.', 'invalid_json');
}

function unknownModel({ method, path, body }: ModelRequest, { models }: Manners): TurnedAway | undefined {
  const asked = method === 'GET' ? decodeURIComponent(path.replace(/^\/v1\/models\/?/, '')) : String(body.model);
  return (method === 'GET' && asked === '') || models.includes(asked) ? undefined : noModel(asked);
}

function noModel(name: string): TurnedAway {
  return refusal(404, `The model \`${name}\` does not exist or you do not have access to it.`, 'model_not_found');
}

function unfit({ body }: ModelRequest, { formats, refuses }: Manners): TurnedAway | undefined {
  const refused = refuses.find((field) => field in (body ?? {}));
  if (refused !== undefined)
    return refusal(
      400,
      `Unsupported parameter: '${refused}' is not supported with this model.`,
      'unsupported_parameter',
    );
  const { type, schema } = formatOf(body);
  const taken = { schema: ['json_schema', 'json_object', 'text'], object: ['json_object', 'text'], none: ['text'] }[
    formats
  ];
  if (!taken.includes(type)) return refusal(400, `Invalid value: '${type}' as a response format.`, 'invalid_value');
  const fault = type === 'json_schema' ? faultOfSchema(schema) : undefined;
  return fault === undefined
    ? undefined
    : refusal(400, `Invalid schema for response_format: ${fault}`, 'invalid_json_schema');
}

function formatOf(body: Anything): { type: string; schema?: Anything } {
  const format = body?.response_format ?? body?.text?.format ?? { type: 'text' };
  return { type: format.type, schema: format.json_schema?.schema ?? format.schema };
}

/**
 * What OpenAI's strict mode does not take: an object without `additionalProperties: false`, or with a property that is
 * not required. https://platform.openai.com/docs/guides/structured-outputs#supported-schemas
 */
function faultOfSchema(schema: Anything, path = '()'): string | undefined {
  if (typeof schema !== 'object' || schema === null) return path === '()' ? 'schema is missing' : undefined;
  if (Array.isArray(schema)) return schema.map((one, index) => faultOfSchema(one, `${path}[${index}]`)).find(Boolean);
  const names = Object.keys(schema.properties ?? {});
  if (path === '()' && schema.type !== 'object') return "schema must be of type 'object'";
  if (schema.type === 'object' && schema.additionalProperties !== false)
    return `In context=${path}, 'additionalProperties' is required to be supplied and to be false.`;
  if (names.some((name) => !schema.required?.includes(name)))
    return `In context=${path}, 'required' is required to be supplied and to be an array including every key in properties.`;
  const inner = { ...schema.properties, items: schema.items, anyOf: schema.anyOf, ...schema.$defs };
  return Object.entries(inner)
    .map(([name, one]) => faultOfSchema(one, `${path}.${name}`))
    .find(Boolean);
}

function refusal(status: number, message: string, code: string): TurnedAway {
  return { status, error: { message, type: 'invalid_request_error', code } };
}

/** A vector of a text by the three-letter runs of its words, so that alike texts lie near each other; of length 1. */
function embedded(text: string, dimensions: number): number[] {
  const sums = new Array<number>(dimensions).fill(0);
  for (const word of text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [])
    for (let at = 0; at < Math.max(1, word.length - 2); at++) {
      const place = hashed(word.slice(at, at + 3)) % dimensions;
      sums[place] = (sums[place] ?? 0) + 1;
    }
  const length = Math.hypot(...sums) || 1;
  return sums.map((sum) => sum / length);
}

function hashed(text: string): number {
  let hash = 2166136261;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619) >>> 0;
  return hash;
}

/** As `/v1/embeddings` answers; base64 of 32-bit floats where that is asked for, which not every reader expects. */
export function embeddingsAnswer(body: Anything, dimensions: number): Anything {
  const inputs: string[] = Array.isArray(body.input) ? body.input.map(String) : [String(body.input)];
  const tokens = Math.ceil(inputs.join('').length / 4);
  const data = inputs.map((input, index) => {
    const vector = embedded(input, dimensions);
    const bytes = Buffer.from(new Float32Array(vector).buffer).toString('base64');
    return { object: 'embedding', index, embedding: body.encoding_format === 'base64' ? bytes : vector };
  });
  return { object: 'list', data, model: body.model, usage: { prompt_tokens: tokens, total_tokens: tokens } };
}

export function modelsAnswer(path: string, models: readonly string[]): Anything {
  const asked = decodeURIComponent(path.replace(/^\/v1\/models\/?/, ''));
  const entry = (id: string) => ({ id, object: 'model', created: 0, owned_by: 'stand-in' });
  return asked === '' ? { object: 'list', data: models.map(entry) } : entry(asked);
}
