import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { readSituations } from '../brief/situation-file.ts';
import { briefKey, type Configuration, findAdapters, readConfiguration, situationsKey } from '../config.ts';
import type { Finding } from '../domain/adapter-definition.ts';
import type { Archive } from '../domain/archive.ts';
import type { ArticleId } from '../domain/article.ts';
import type { Conversation } from '../domain/chat.ts';
import { formatConversation } from '../domain/conversation-name.ts';
import { feedState } from '../domain/feed-health.ts';
import { DetenteError, reasonOf } from '../errors.ts';
import { silentLogger } from '../logger.ts';
import { stateWords } from '../outline/feeds.ts';
import { contentWords } from '../text/words.ts';
import { bundled, pluggedFolder } from './bundle.ts';
import { type Call, withArchive, withStored } from './call.ts';
import { madeFor } from './configured-schedules.ts';
import { encoderOf, findEncoder } from './encoder.ts';
import { exitCodeOf } from './exit.ts';
import { print, printJson } from './output.ts';
import { servedBy } from './platforms.ts';
import { scheduleEntries } from './schedule.ts';
import { count, foreign, nameOf } from './source-words.ts';

/** Prints one line for each thing checked. Gives 78 for wrong configuration, 1 for anything else that failed. */
export async function check(call: Call): Promise<number> {
  const { findings: configured, configuration } = await checkConfiguration();
  const findings = [
    checkNode(),
    ...configured,
    ...(await checkArchive(call)),
    ...(await checkSchedules(call, configuration)),
    ...(await checkFeeds(call)),
    await checkSample(),
    await checkTier(call),
    await (await import('../model/check.ts')).checkModel(call.model),
    ...(await checkPlatforms(call, configuration)),
  ];
  if (call.format === 'json') printJson(findings);
  else for (const { name, ok, finding } of findings) print(`${ok ? 'ok  ' : 'FAIL'} ${name}: ${finding}`);
  if (configured.some(({ ok }) => !ok)) return exitCodeOf(new DetenteError('bad-configuration', ''));
  return findings.every(({ ok }) => ok) ? 0 : 1;
}

function checkNode(): Finding {
  const major = Number(process.versions.node.split('.')[0]);
  const ok = major >= 24;
  return {
    name: 'node',
    ok,
    finding: ok ? process.version : `${process.version} is too old: install Node 24 or later`,
  };
}

/** One line a wrong key; adapters that are on, where all is right. */
async function checkConfiguration(): Promise<{ findings: Finding[]; configuration: Configuration | undefined }> {
  const name = 'configuration';
  let configuration: Configuration | undefined;
  try {
    configuration = readConfiguration(await findAdapters(pluggedFolder('adapters')));
    const finding = `${describe(configuration)}${situationsOf(configuration)}`;
    return { findings: [{ name, ok: true, finding }], configuration };
  } catch (error) {
    const lines = error instanceof DetenteError ? error.message.split('\n') : [reasonOf(error)];
    return { findings: lines.map((finding) => ({ name, ok: false, finding })), configuration };
  }
}

/** What the platforms themselves say of the tokens; nothing where the configuration is wrong. */
async function checkPlatforms({ clock }: Call, configuration: Configuration | undefined): Promise<Finding[]> {
  if (configuration === undefined) return [];
  const options = { configuration, clock, logger: silentLogger };
  const found = configuration.adapters.map(async (adapter) => {
    try {
      return (await adapter.check?.(options)) ?? [];
    } catch (error) {
      return [{ name: adapter.name, ok: false, finding: reasonOf(error) }];
    }
  });
  return (await Promise.all(found)).flat();
}

function describe({ adapters }: Configuration): string {
  return `serves ${adapters.map(({ title }) => title).join(', ') || 'no platform'}`;
}

/** The situations of the configured file, which must be one. */
function situationsOf(configuration: Configuration): string {
  const file = configuration.get(situationsKey);
  if (file === undefined) return '';
  return `; situations ${readSituations(file)
    .map(({ name }) => name)
    .join(', ')}`;
}

/** Looks at the archive where there is one; checking must not make one. */
async function checkArchive(call: Call): Promise<Finding[]> {
  const name = 'archive';
  const path = call.archivePath;
  if (!existsSync(path))
    return [{ name, ok: true, finding: `none at ${path} yet: \`detente ingest <folder>\` makes it` }];
  try {
    return await withArchive(call, async (archive) => [await countArchive(archive, path), await checkIndex(archive)]);
  } catch (error) {
    return [{ name, ok: false, finding: `${path}: ${reasonOf(error)}` }];
  }
}

/** The next run of each schedule, and whether anything is there to post it. */
async function checkSchedules(call: Call, configuration: Configuration | undefined): Promise<Finding[]> {
  const wanted = configuration?.get(briefKey) ?? [];
  const stored = existsSync(call.archivePath) ? await storedSchedules(call) : [];
  const postable = servedBy(await findAdapters(pluggedFolder('adapters')), configuration);
  const known = stored.map(({ schedule }) => schedule);
  const toBeMade = wanted.filter((one) => madeFor(one, known) === undefined);
  return [
    ...stored.map(({ schedule, text }) => scheduleFinding(schedule.conversation, text, postable)),
    ...toBeMade.map(({ conversation, time, zone }) =>
      scheduleFinding(
        conversation,
        `${formatConversation(conversation)} · at ${time} ${zone}, made when "detente serve" starts`,
        postable,
      ),
    ),
  ];
}

async function storedSchedules(call: Call) {
  // what is wrong with the archive is told by its own line
  return withArchive(call, (archive) => scheduleEntries(call, archive)).catch(() => []);
}

function scheduleFinding({ adapter }: Conversation, text: string, postable: ReadonlySet<string>): Finding {
  const ok = postable.has(adapter);
  const remedy = `${adapter} is not configured here: set its tokens, or "detente schedule remove"`;
  return { name: 'schedule', ok, finding: ok ? text : `${text}: ${remedy}` };
}

/** How many feeds there are, and a line for each that cannot be read. */
async function checkFeeds(call: Call): Promise<Finding[]> {
  const { clock, format } = call;
  // what is wrong with the archive is told by its own line
  const feeds = await withStored(call, (archive) => archive.feeds.list()).catch(() => []);
  const name = 'feeds';
  if (feeds.length === 0) return [{ name, ok: true, finding: 'none yet: "detente source add ADDRESS" takes one up' }];
  const failing = feeds.filter((feed) => feedState(feed, clock.now()) === 'failing');
  const fetched = call.feeds === 'on' ? '' : '; none is fetched from here, since DETENTE_FEEDS is off';
  const fine = failing.length === 0 ? 'none of them fails' : `${failing.length} of them cannot be read`;
  return [
    { name, ok: true, finding: `${count(feeds.length, 'feed')}, ${fine}${fetched}` },
    ...failing.map((feed) => ({
      ...{ name: 'feed', ok: false },
      finding: `${nameOf(format, feed)} ${foreign(format, stateWords(feed, clock.now()))}: "detente source test" looks again, "detente source pause" leaves it alone`,
    })),
  ];
}

async function countArchive(archive: Archive, path: string): Promise<Finding> {
  const articles = await archive.articles.outline();
  const origins = new Set(articles.map(({ origin }) => origin)).size;
  const undated = articles.filter(({ publishedAt }) => publishedAt === undefined).length;
  const mentions = await archive.mentions.find();
  const counts = `${articles.length} articles, ${origins} origins, ${undated} undated, ${mentions.length} mentions`;
  return { name: 'archive', ok: true, finding: `${path}: ${counts}` };
}

/** A look at this many articles tells a broken index from a whole one. */
const mostProbes = 200;

/** Rows and index agree where an article is found by its own words. */
async function checkIndex(archive: Archive): Promise<Finding> {
  const articles = await archive.articles.outline();
  const every = Math.ceil(articles.length / mostProbes) || 1;
  const probes = articles.filter((_, index) => index % every === 0);
  let lost = 0;
  for (const { id } of probes) if (!(await isFound(archive, id))) lost += 1;
  const finding = `${probes.length - lost} of ${probes.length} articles are found by their own words`;
  return { name: 'index', ok: lost === 0, finding: lost === 0 ? finding : `${finding}: run \`detente reindex\`` };
}

async function isFound(archive: Archive, id: ArticleId): Promise<boolean> {
  const article = await archive.articles.get(id);
  if (!article) return false;
  const terms = [...new Set(contentWords(article.text.slice(article.bodyStart)))].slice(0, 12);
  if (terms.length === 0) return true;
  const hits = await archive.passages.find({ terms, limit: 50 });
  // A copy of it may stand in its place.
  return hits.some((hit) => hit.articleId === id || article.text.includes(hit.quote));
}

/** Either tier is right: the one without vectors ranks by words alone. */
async function checkTier(call: Call): Promise<Finding> {
  const found = await findEncoder(call);
  await encoderOf(found)?.close();
  const name = 'answers';
  if (found.kind === 'ready')
    return { name, ok: true, finding: `tier vectors: by words and meaning (${found.encoder.model})` };
  return { name, ok: true, finding: `tier lexical: words and their forms, no vectors; ${found.reason}` };
}

async function checkSample(): Promise<Finding> {
  const name = 'sample';
  const folder = bundled('samples');
  const files = existsSync(folder) ? await readdir(folder) : [];
  if (files.length > 0) return { name, ok: true, finding: `${files.length} files` };
  return { name, ok: false, finding: 'samples/ is missing: install the package again' };
}
