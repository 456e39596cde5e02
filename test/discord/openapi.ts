import { readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';

/*
 * Bodies checked against Discord's own description of its HTTP API, https://github.com/discord/discord-api-spec.
 * The file is read where it lies and made stricter first: no unknown keys, and unions told apart by `type`, so that an
 * error names what is wrong rather than every member that does not fit.
 */

// biome-ignore lint/suspicious/noExplicitAny: the description is a tree of schemas
type Anything = any;

const FILE = new URL('../../../shared/peers/discord-openapi.json', import.meta.url);

interface Api {
  readonly document: Anything;
  readonly ajv: Ajv2020;
  readonly templates: readonly (readonly [template: string, pattern: RegExp])[];
}

let api: Api | undefined;
const compiled = new Map<string, ValidateFunction>();

/** What is wrong with this JSON body of a call. */
export function bodyViolations(method: string, path: string, body: unknown): string[] {
  api ??= load();
  const template = templateOf(api, path);
  if (template === undefined) return [`no such path ${path}`];
  const operation = api.document.paths[template][method.toLowerCase()];
  if (operation === undefined) return [`no ${method} at ${template}`];
  const schema = operation.requestBody?.content['application/json']?.schema;
  if (schema === undefined) return body === undefined ? [] : [`no JSON body at ${method} ${template}`];
  const validate = validatorOf(api, method, template);
  return validate(withoutHabits(body, template)) ? [] : [deepest(validate.errors ?? [])];
}

/** discord.js says these with every message, and the type with every thread, where Discord does not ask for them. */
function withoutHabits(body: Anything, template: string): Anything {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  const { tts, enforce_nonce, ...rest } = body;
  const said = { ...(tts && { tts }), ...(enforce_nonce && { enforce_nonce }) };
  const { type, ...thread } = rest;
  if (template.endsWith('/threads')) return thread;
  return { ...rest, ...said, ...(rest.data && { data: withoutHabits(rest.data, '') }) };
}

function load(): Api {
  const source = JSON.parse(readFileSync(FILE, 'utf8'));
  const document = stricter(source, resolverOf(source));
  const ajv = new Ajv2020({ strict: false, validateFormats: false, validateSchema: false, verbose: true });
  ajv.addSchema(document, 'discord');
  return { document, ajv, templates: Object.keys(document.paths).map((path) => [path, patternOf(path)]) };
}

/** Plain words go before parameters: `@me` is no id. */
function templateOf({ templates }: Api, path: string): string | undefined {
  const fitting = templates.filter(([, pattern]) => pattern.test(path)).map(([template]) => template);
  const parameters = (template: string): number => template.split('{').length;
  return fitting.sort((one, other) => parameters(one) - parameters(other))[0];
}

function patternOf(template: string): RegExp {
  const parts = template.split(/\{[^}]+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^/]+')}$`);
}

function validatorOf({ ajv }: Api, method: string, template: string): ValidateFunction {
  const key = `${method} ${template}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const at = ['paths', template, method.toLowerCase(), 'requestBody', 'content', 'application/json', 'schema'];
  const pointer = at.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
  const validate = ajv.compile({ $ref: `discord#/${pointer}` });
  compiled.set(key, validate);
  return validate;
}

/** Of several errors, the one furthest in says most. */
function deepest(errors: readonly ErrorObject[]): string {
  const isVague = ({ keyword, params }: ErrorObject): boolean =>
    ['anyOf', 'if'].includes(keyword) || params['type'] === 'null';
  const depth = (error: ErrorObject): number => error.instancePath.split('/').length * 2 - (isVague(error) ? 1 : 0);
  const worst = [...errors].sort((one, other) => depth(other) - depth(one))[0];
  if (worst === undefined) return 'not valid';
  const what = worst.params['additionalProperty'] ?? worst.params['allowedValues']?.join(', ') ?? '';
  return `${worst.instancePath || 'body'} ${worst.message} ${what}: ${JSON.stringify(worst.data)?.slice(0, 80)}`;
}

type Resolve = (schema: Anything) => Anything;

function resolverOf(document: Anything): Resolve {
  return (schema) => (schema?.$ref ? document.components.schemas[schema.$ref.split('/').at(-1)] : schema);
}

function stricter(node: Anything, resolve: Resolve): Anything {
  if (typeof node !== 'object' || node === null) return node;
  if (Array.isArray(node)) return node.map((one) => stricter(one, resolve));
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, stricter(value, resolve)]));
  const isClosed = node.type === 'object' && node.properties && !node.allOf && !('additionalProperties' in node);
  const { oneOf, anyOf, ...rest } = copy;
  const members = (oneOf ?? anyOf) as Anything[] | undefined;
  return {
    ...rest,
    ...(isClosed && { additionalProperties: false, properties: withPermissions(copy['properties']) }),
    ...(Array.isArray(members) && unionOf(members, resolve)),
  };
}

/** Sets of permissions are decimal strings, whatever the file says. https://discord.com/developers/docs/topics/permissions */
function withPermissions(properties: Anything): Anything {
  const permissions = { anyOf: [{ type: 'string', pattern: '^\\d+$' }, properties.default_member_permissions] };
  return properties.default_member_permissions
    ? { ...properties, default_member_permissions: permissions }
    : properties;
}

/** Told apart by `type` where all members have one; else any may fit. */
function unionOf(members: readonly Anything[], resolve: Resolve): object {
  const types = members.map((member) => resolve(member)?.properties?.type?.enum as number[] | undefined);
  if (types.some((type) => type === undefined)) return { anyOf: members };
  const known = { type: 'object', required: ['type'], properties: { type: { enum: types.flat() } } };
  const choices = members.map((then, at) => ({ if: { properties: { type: { enum: types[at] } } }, then }));
  return { allOf: [known, ...choices] };
}
