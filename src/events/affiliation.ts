import { soleState, tenuresOf } from '../text/leaders.ts';
import type { NameMention } from '../text/names.ts';

/** Headline and first sentences, in characters: whom they name a report is about. */
const LEAD = 400;

/**
 * The two states that an article is about, most named first: whom "both countries" and "the two ministers" mean. Those
 * that its lead names together, else the two named most; none where a third is named as often as the second: then nobody
 * can tell. "Both sides" can be armed groups too.
 */
export function statePair(text: string, names: readonly NameMention[], of: 'states' | 'sides' = 'states'): string[] {
  const counts = new Map<string, number>();
  names.forEach((name, index) => {
    const state =
      name.kind === 'group' && of === 'sides'
        ? name.name
        : (name.state ?? (name.kind === 'state' ? name.name : undefined));
    if (state === undefined) return;
    const together = isJoined(text, name, names[index + 1]) || isJoined(text, names[index - 1], name);
    counts.set(state, (counts.get(state) ?? 0) + (together ? 1.5 : 1));
  });
  const count = (state: string) => counts.get(state) ?? 0;
  const byCount = (one: string, other: string) => count(other) - count(one) || (one < other ? -1 : 1);
  const joined = joinedInLead(text, names, of);
  if (joined !== undefined) return joined.sort(byCount);
  const [first, second, third] = [...counts.keys()].sort(byCount);
  if (first === undefined || second === undefined || count(second) === count(third ?? '')) return [];
  return [first, second];
}

/** "Ethiopia and Eritrea", "Kenyan, Somali ministers", "Iran-Pakistan": names that stand together. */
function isJoined(text: string, left: NameMention | undefined, right: NameMention | undefined): boolean {
  if (left === undefined || right === undefined || right.start - left.end > ' and the '.length) return false;
  return /^(?: and (?:the )?|, |[-–/])$/.test(text.slice(left.end, right.start));
}

/** The two that the lead names together, where it does so of no other two. */
function joinedInLead(text: string, names: readonly NameMention[], of: 'states' | 'sides'): string[] | undefined {
  const pairs = new Map<string, string[]>();
  names.forEach((left, index) => {
    const right = names[index + 1];
    if (right === undefined || right.start > LEAD || !isJoined(text, left, right)) return;
    const pair = [left, right].flatMap((one) =>
      one.kind === 'state' || (of === 'sides' && one.kind === 'group') ? one.name : [],
    );
    if (new Set(pair).size === 2) pairs.set(pair.sort().join('|'), pair);
  });
  return pairs.size === 1 ? [...pairs.values()][0] : undefined;
}

/** How far behind a person "his Iranian counterpart" can stand, in characters. */
const NEAR = 120;

/**
 * Persons whose state the words leave out, told by their counterpart's or by the dateline: who "spoke with his Iranian
 * counterpart" in an article about Iran and Pakistan acts for Pakistan, and so does the minister in a report from there.
 */
export function affiliated(text: string, names: readonly NameMention[], pair: readonly string[]): NameMention[] {
  const states = new Map<string, string>();
  const home = datelineState(text, names);
  names.forEach((name, index) => {
    if (name.kind !== 'person' || name.state !== undefined) return;
    const counterpart = names.slice(index + 1).find((other) => isNear(text, name, other) && isCounterpart(text, other));
    const state = counterpart?.state ?? (counterpart?.kind === 'state' ? counterpart.name : undefined);
    const own = state !== undefined && pair.includes(state) ? pair.find((one) => one !== state) : undefined;
    const local = name.role !== undefined && home !== undefined && pair.includes(home) ? home : undefined;
    const found = own ?? spokenIn(text, names[index - 1], name) ?? local;
    if (found !== undefined && !states.has(name.name)) states.set(name.name, found);
  });
  const told = names.map((name) => {
    if (name.kind !== 'person') return name;
    // a leader of one state alone is its leader whatever stands around the name; when, its day will tell
    const state = soleState(tenuresOf(name.name)) ?? name.state ?? states.get(name.name);
    return state === undefined ? name : { ...name, state };
  });
  return told.map((name) => officeHolder(name, told) ?? name);
}

function isNear(text: string, name: NameMention, other: NameMention): boolean {
  return other.start - name.end < NEAR && !/[.!?\n]/.test(text.slice(name.end, other.start));
}

/** "In Nairobi a foreign ministry spokesman, Dennis Achola, said": an office held in a capital is of its state. */
function spokenIn(text: string, before: NameMention | undefined, { role, start, phrase }: NameMention) {
  if (role === undefined || before?.via !== 'capital') return undefined;
  const between = text.slice(before.end, phrase?.start ?? start);
  return /\bin $/i.test(text.slice(0, before.start)) && /^,? (an?|the) $/.test(between) ? before.state : undefined;
}

/**
 * "ISLAMABAD - ...", "QUETTA: ...", "MOSCOW, March 3 (Wire) -", "Mogadishu (Agency) 6 March -": who holds an office there
 * without a country's name holds it in that country.
 */
function datelineState(text: string, names: readonly NameMention[]): string | undefined {
  const dateline = names.find(({ start, end }) => {
    if (start > 0 && text[start - 1] !== '\n') return false;
    const capitals = text.slice(start, end) === text.slice(start, end).toUpperCase();
    const rest = text.slice(end, end + 60);
    return capitals ? /^[^\n.]{0,50}?(:|\s[-–—]\s)/.test(rest) : /^ \([^)\n]{2,30}\)[^\n.]{0,25}?\s[-–—]\s/.test(rest);
  });
  return dateline?.state;
}

function isCounterpart(text: string, name: NameMention): boolean {
  const { start, end } = name.phrase ?? name;
  return name.role === 'counterpart' || /\b(counterpart|opposite number)\b/.test(text.slice(start, end));
}

/** "the Turkish foreign minister" is the person whom the article gives that office, if it is one person. */
function officeHolder(name: NameMention, names: readonly NameMention[]): NameMention | undefined {
  if (name.via !== 'institution' || name.role === undefined || name.role === 'counterpart') return undefined;
  const state = name.state ?? name.name;
  const holders = new Set(
    names.flatMap((one) => (one.kind === 'person' && one.role === name.role && one.state === state ? one.name : [])),
  );
  const [holder] = holders;
  if (holders.size !== 1 || holder === undefined) return undefined;
  return { ...name, kind: 'person', via: 'person', name: holder, state, phrase: { start: name.start, end: name.end } };
}
