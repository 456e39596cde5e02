/** What a robots.txt says to one program. */
export interface RobotsGroup {
  /**
   * Whether a path is allowed, by pattern, of which none stands twice. A pattern begins where the path does; `*` is
   * anything, `$` at the end is the end.
   */
  readonly rules: ReadonlyMap<string, boolean>;
  /** Seconds between requests. */
  readonly crawlDelay?: number;
}

interface Draft {
  readonly rules: Map<string, boolean>;
  crawlDelay?: number;
}

/**
 * The groups of a program, together; else those for all. https://www.rfc-editor.org/rfc/rfc9309#section-2.2.1
 * @param product the program's name in the file
 */
export function groupFor(text: string, product: string): RobotsGroup {
  const own: Draft = { rules: new Map() };
  const others: Draft = { rules: new Map() };
  let isNamed = false;
  // the drafts that lines belong to, and whether more names of programs may follow
  let open = new Set<Draft>();
  let isHead = false;
  for (const [key, value] of fieldsOf(text)) {
    if (key === 'user-agent') {
      const draft = draftNamed(value, product.toLowerCase(), own, others);
      if (!isHead) open = new Set();
      if (draft !== undefined) open.add(draft);
      isHead = true;
      isNamed ||= draft === own;
    } else if (collect(key, value, open)) isHead = false;
  }
  return isNamed ? own : others;
}

function* fieldsOf(text: string): Generator<[key: string, value: string]> {
  for (const line of text.replaceAll('\r', '\n').split('\n')) {
    const colon = line.indexOf(':');
    const comment = line.indexOf('#');
    if (colon <= 0 || (comment >= 0 && comment < colon)) continue;
    const value = line.slice(colon + 1, comment < 0 ? undefined : comment);
    yield [line.slice(0, colon).trim().toLowerCase(), value.trim()];
  }
}

function draftNamed(value: string, product: string, own: Draft, others: Draft): Draft | undefined {
  if (value.startsWith('*')) return others;
  return /^[a-z_-]+/i.exec(value)?.[0].toLowerCase() === product ? own : undefined;
}

/** False where it is no field of a group: such a one may stand anywhere. */
function collect(key: string, value: string, open: ReadonlySet<Draft>): boolean {
  if (key === 'crawl-delay') for (const draft of open) setDelay(draft, Number(value));
  else if (key !== 'allow' && key !== 'disallow') return false;
  // without a path it says nothing
  else if (value !== '') for (const { rules } of open) rules.set(value, key === 'allow' || rules.get(value) === true);
  return true;
}

function setDelay(draft: Draft, seconds: number): void {
  if (seconds > 0) draft.crawlDelay = Math.max(seconds, draft.crawlDelay ?? 0);
}
