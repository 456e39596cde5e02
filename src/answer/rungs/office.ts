import type { Answer } from '../../domain/answer.ts';
import { type Citation, isNonEmpty } from '../../domain/citation.ts';
import { formatDay } from '../../domain/day.ts';
import { samePerson } from '../../events/persons.ts';
import { nameIn, stateIn } from '../../events/signature.ts';
import { listed } from '../../events/wording.ts';
import { findRoles } from '../../text/roles.ts';
import type { Ground } from '../ground.ts';
import type { Question } from '../question/frame.ts';
import { oneEach } from '../quoted.ts';

/** "Who is Chad's foreign minister?": the office and whose it is. */
const ASKED = /^(who|what) (is|was|are|'s)\b|^who('s|’s)\b|^name\b|^(what|which) is the name of\b/i;

interface Holder {
  /** The fullest form of it. */
  name: string;
  readonly citations: Citation[];
  last: string;
}

/** Who holds an office, by the articles that call a person so; the latest article decides who is told first. */
export async function fromOffices(question: Question, ground: Ground): Promise<Answer | undefined> {
  const office = officeAsked(question);
  if (office === undefined) return undefined;
  const holders = await holdersOf(office, question, ground);
  const latest = holders.toSorted((one, other) => (one.last > other.last ? -1 : 1)).slice(0, 3);
  const statements = latest.flatMap(({ name, citations, last }) => {
    const cited = oneEach(citations, 4);
    if (cited === undefined) return [];
    const when = last === '' ? '' : `, in reports up to ${formatDay(last)}`;
    const origins = new Set(cited.map(({ articleId }) => ground.outlines.get(articleId)?.origin)).size;
    return [
      { text: `${name} is named as ${office.role} of ${listed([office.of])}${when}.`, citations: cited, origins },
    ];
  });
  if (!isNonEmpty(statements)) return undefined;
  const confidence = statements.length === 1 && statements[0].origins > 1 ? 'high' : 'moderate';
  return { kind: 'answered', short: latest.map(({ name }) => name).join('; '), statements, confidence };
}

interface OfficeAsked {
  readonly role: string;
  readonly of: string;
}

function officeAsked({ text, names, leftover, hole }: Question): OfficeAsked | undefined {
  if ((hole !== 'who' && hole !== 'whom' && hole !== 'what') || !ASKED.test(text)) return undefined;
  const [name] = names;
  const role = findRoles(text).find((one) => one.role !== undefined)?.role;
  if (name === undefined || role === undefined || names.length > 1) return undefined;
  // "who is the minister who resigned": more is asked than who holds the office
  const own = new Set(role.split(' ').flatMap((word) => [word, word.replace(/e$/, '')]));
  return leftover.every((one) =>
    [...own].some((word) => word.startsWith(one.slice(0, 5)) || /^(current|caretak|interim|act)/.test(one)),
  )
    ? { role, of: name.name }
    : undefined;
}

async function holdersOf({ role, of }: OfficeAsked, question: Question, ground: Ground): Promise<Holder[]> {
  const holders: Holder[] = [];
  const states = await statesOfPersons(ground);
  for (const scene of await ground.scenes(question)) {
    for (const person of scene.names()) {
      if (person.kind !== 'person' || person.role !== role || (person.state ?? states.get(person.name)) !== of)
        continue;
      const day = scene.article.publishedAt ?? '';
      const known = holders.find(({ name }) => samePerson(name, person.name));
      if (known === undefined) holders.push({ name: person.name, citations: [scene.hit], last: day });
      else {
        known.citations.push(scene.hit);
        if (day > known.last) known.last = day;
        if (person.name.length > known.name.length) known.name = person.name;
      }
    }
  }
  return holders;
}

/** Whom persons act for, as the ledger has it: their own article may say it elsewhere. */
async function statesOfPersons(ground: Ground): Promise<ReadonlyMap<string, string>> {
  const actors = (await ground.events()).flatMap((event) => [...event.actors, ...event.targets]);
  return new Map(actors.filter((actor) => nameIn(actor) !== actor).map((actor) => [nameIn(actor), stateIn(actor)]));
}
