import type { Import, Module } from './modules.ts';

/** A path of a table: a file, or a folder when it ends with a slash. The first row that fits a module is its row. */
interface Layer {
  readonly from: string;
  /** Beside itself. */
  readonly may: readonly string[];
  readonly not?: readonly string[];
}

const core = ['src/domain/', 'src/errors.ts'];
const reading = [...core, 'src/text/'];
const stores = [
  'src/ingest/',
  'src/archive/',
  'src/search/',
  'src/verify/',
  'src/vectors/',
  'src/model/',
  'src/schedule/',
];
const anything = [
  'src/',
  'adapters/',
  'briefs/',
  'examples/',
  'bench/',
  'test/',
  'models/',
  'samples/',
  'package.json',
];

/** "Who may import whom" of docs/architecture.md. */
const layers: readonly Layer[] = [
  { from: 'src/domain/', may: core },
  { from: 'src/errors.ts', may: core },
  { from: 'src/text/', may: core },
  { from: 'src/vectors/', may: core },
  { from: 'src/model/', may: core },
  { from: 'src/fetch/', may: core },
  { from: 'src/schedule/', may: core },
  { from: 'src/monitoring/', may: core },
  { from: 'src/ingest/', may: reading },
  { from: 'src/feeds/', may: [...reading, 'src/ingest/'] },
  { from: 'src/polling/', may: [...reading, 'src/ingest/', 'src/feeds/', 'src/intake.ts'] },
  { from: 'src/archive/', may: reading },
  { from: 'src/search/', may: reading },
  { from: 'src/verify/', may: [...reading, 'src/events/'] },
  { from: 'src/events/', may: reading },
  { from: 'src/outline/', may: core },
  { from: 'src/desk/', may: [...reading, 'src/commands.ts', 'src/brief/', 'src/outline/', 'src/schedule/'] },
  { from: 'src/brief/', may: [...reading, ...stores, 'src/events/'] },
  { from: 'src/answer/', may: [...reading, ...stores, 'src/events/', 'src/brief/'] },
  { from: 'src/commands.ts', may: core },
  { from: 'src/answering.ts', may: core },
  { from: 'src/breaker.ts', may: core },
  { from: 'src/in-order.ts', may: core },
  { from: 'src/standing-reply.ts', may: core },
  { from: 'src/config.ts', may: [...core, 'src/schedule/', 'src/model/keys.ts'] },
  { from: 'src/logger.ts', may: core },
  { from: 'src/clock.ts', may: core },
  {
    from: 'src/index.ts',
    may: [
      ...core,
      'src/answering.ts',
      'src/bot.ts',
      'src/breaker.ts',
      'src/clock.ts',
      'src/commands.ts',
      'src/config.ts',
      'src/desk/',
      'src/in-order.ts',
      'src/library.ts',
      'src/logger.ts',
      'src/outline/',
      'src/standing-reply.ts',
    ],
  },
  { from: 'src/cli.ts', may: anything },
  { from: 'src/cli/', may: anything },
  { from: 'src/', may: ['src/'], not: ['src/cli.ts', 'src/cli/', 'src/config.ts'] },
  { from: 'briefs/', may: ['src/index.ts'], not: ['briefs/'] },
  { from: 'adapters/', may: ['src/index.ts'] },
  { from: 'examples/', may: ['src/index.ts', 'adapters/', 'briefs/'] },
  { from: 'bench/', may: anything },
  { from: 'test/', may: [...anything, 'vitest.config.ts'] },
];

/** The one file or folder that may load a package. What is not listed may be loaded by the files of one folder. */
const homes: Readonly<Record<string, string>> = {
  'wink-nlp': 'src/text/sentences.ts',
  'wink-eng-lite-web-model': 'src/text/sentences.ts',
  pino: 'src/logger.ts',
  commander: 'src/cli/',
  linkedom: 'src/ingest/html.ts',
  '@mozilla/readability': 'src/ingest/html.ts',
  'node:sqlite': 'src/archive/',
  'onnxruntime-node': 'src/vectors/onnx-encoder.ts',
  '@huggingface/tokenizers': 'src/vectors/onnx-encoder.ts',
  openai: 'src/model/openai.ts',
  feedsmith: 'src/feeds/',
  undici: 'src/fetch/',
  'ipaddr.js': 'src/fetch/',
  'node-cron': 'src/schedule/',
  'prom-client': 'src/monitoring/',
  '@slack/bolt': 'adapters/slack/',
  'discord.js': 'adapters/discord/index.ts',
};

export function layerViolations(modules: readonly Module[]): string[] {
  return modules.flatMap(({ path, imports }) =>
    imports.flatMap(({ specifier, target }) =>
      target === undefined || mayImport(path, target) ? [] : [`${path} must not import ${specifier}`],
    ),
  );
}

function mayImport(path: string, target: string): boolean {
  const layer = layers.find(({ from }) => isWithin(path, from));
  if (layer === undefined) return false;
  if ((layer.not ?? []).some((place) => isWithin(target, place))) return false;
  return isWithin(target, ownPlace(path)) || layer.may.some((place) => isWithin(target, place));
}

/** A module's own folder: `src/archive/`, `adapters/slack/`; of a file beside these, the file. */
function ownPlace(path: string): string {
  const parts = path.split('/');
  return parts.length > 2 ? `${parts.slice(0, 2).join('/')}/` : path;
}

function isWithin(path: string, place: string): boolean {
  return place.endsWith('/') ? path.startsWith(place) : path === place;
}

/** Packages of the product's own code that more than one file or folder loads. Types and zod are free. */
export function packageViolations(modules: readonly Module[]): string[] {
  const importers = new Map<string, Set<string>>();
  for (const { path, imports } of modules.filter((module) => !/^(test|bench)\//.test(module.path)))
    for (const name of imports.flatMap(loadedPackage))
      importers.set(name, (importers.get(name) ?? new Set()).add(path));
  return [...importers].flatMap(([name, paths]) => strangers(name, [...paths]));
}

function strangers(name: string, paths: readonly string[]): string[] {
  const home = homes[name];
  if (home !== undefined)
    return paths.filter((path) => !isWithin(path, home)).map((path) => `${path} must not load ${name}: ${home} does`);
  const places = new Set(paths.length > 1 ? paths.map(ownPlace) : []);
  return places.size > 1 ? [`${name} is loaded by ${[...places].sort().join(' and ')}: one of them must do`] : [];
}

/** Node's own modules are free, but for the one that is an engine. */
function loadedPackage({ specifier, target, typeOnly }: Import): string[] {
  if (target !== undefined || typeOnly || specifier === 'zod') return [];
  if (specifier.startsWith('node:')) return specifier === 'node:sqlite' ? [specifier] : [];
  return [
    specifier
      .split('/')
      .slice(0, specifier.startsWith('@') ? 2 : 1)
      .join('/'),
  ];
}

/** Of the modules that a file loads with itself, the packages: `src/index.ts` must load none. */
export function packagesLoadedBy(entry: string, modules: readonly Module[]): string[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const reached = new Set([entry]);
  const found = new Set<string>();
  for (const path of reached)
    for (const imported of byPath.get(path)?.imports.filter(({ typeOnly, dynamic }) => !typeOnly && !dynamic) ?? []) {
      if (imported.target !== undefined) reached.add(imported.target);
      for (const name of loadedPackage(imported)) found.add(name);
    }
  return [...found].sort();
}

/** Only config.ts reads the environment; tests and benchmarks may. */
export function environmentViolations(modules: readonly Module[]): string[] {
  const own = modules.filter(({ path }) => !/^(test|bench)\//.test(path) && path !== 'src/config.ts');
  return own.filter((module) => module.readsEnvironment).map(({ path }) => `${path} must not read the environment`);
}

const banned = /^(utils?|helpers?|managers?|services?|common|misc|shared|lib)$|(utils?|helpers?|manager|service)$/;

export function nameViolations(modules: readonly Module[]): string[] {
  return modules.flatMap(({ path }) => {
    const parts = path.replace(/(\.test)?\.ts$/, '').split('/');
    const bad = parts.filter((part) => banned.test(part) || !/^[a-z\d]+(-[a-z\d]+)*$/.test(part));
    return bad.map((part) => `${path}: ${part} is no name for a file or folder here`);
  });
}
