/** What a robots.txt says to one program. */
export interface RobotsGroup {
  /** `allow: /path` and `disallow: /path`, in their order. */
  readonly rules: readonly string[];
  /** Seconds between requests. */
  readonly crawlDelay?: number;
}

/** Characters of rules with `*`: each is tried at every place of a path, so that half a megabyte would take seconds. */
const MOST_WILD = 32 * 1024;

interface Draft {
  rules: string[];
  crawlDelay?: number;
}

/**
 * The groups of a program, together; else those for all. Whatever a robots.txt holds, the time taken grows with its
 * length alone. https://www.rfc-editor.org/rfc/rfc9309#section-2.2
 * @param product the program's name in the file
 */
export function groupFor(text: string, product: string): RobotsGroup {
  const own: Draft = { rules: [] };
  const others: Draft = { rules: [] };
  let isNamed = false;
  let open: Draft[] = [];
  let isHead = false;
  for (const [key, value] of fieldsOf(text)) {
    if (key !== 'user-agent') isHead &&= !collect(key, value, open);
    else {
      if (!isHead) open = [];
      isHead = true;
      const draft = draftNamed(value, product.toLowerCase(), own, others);
      if (draft !== undefined && !open.includes(draft)) open.push(draft);
      isNamed ||= draft === own;
    }
  }
  const { rules, ...delay } = isNamed ? own : others;
  return { rules: bounded(rules), ...delay };
}

function* fieldsOf(text: string): Generator<[key: string, value: string]> {
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, key, value] = /^\s*([a-z-]+)\s*:([^#]*)/i.exec(line) ?? [];
    if (key !== undefined && value !== undefined) yield [key.toLowerCase(), value.trim()];
  }
}

function draftNamed(value: string, product: string, own: Draft, others: Draft): Draft | undefined {
  if (value.startsWith('*')) return others;
  return /^[a-z_-]+/i.exec(value)?.[0].toLowerCase() === product ? own : undefined;
}

/** False where it is no field of a group: such a one stands anywhere. */
function collect(key: string, value: string, open: readonly Draft[]): boolean {
  if (key === 'allow' || key === 'disallow') for (const { rules } of open) rules.push(`${key}: ${value}`);
  else if (key === 'crawl-delay') for (const draft of open) setDelay(draft, Number(value));
  else return false;
  return true;
}

function setDelay(draft: Draft, seconds: number): void {
  if (seconds > 0) draft.crawlDelay = Math.max(seconds, draft.crawlDelay ?? 0);
}

/** Of wild rules beyond what can be tried, what is forbidden is taken wider than it was meant, and what is allowed goes. */
function bounded(rules: readonly string[]): string[] {
  let wild = 0;
  return rules.flatMap((rule) => {
    const plain = rule.replace(/\*{2,}/g, '*');
    const star = plain.indexOf('*');
    if (star < 0) return [plain];
    wild += plain.length;
    if (wild <= MOST_WILD) return [plain];
    return plain.startsWith('allow') ? [] : [plain.slice(0, star) || 'disallow: /'];
  });
}
