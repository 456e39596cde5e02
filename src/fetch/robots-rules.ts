import { askedPath, comparable, fits } from './path-pattern.ts';
import { groupFor } from './robots-group.ts';

interface RobotsRule {
  readonly pattern: string;
  readonly isAllowed: boolean;
}

/** Of an address's path and query: what comes after does not count. */
const MOST_PATH = 2_048;
/** Characters of rules with `*`: a path is searched for each of their parts. */
const MOST_WILD = 64 * 1024;

/**
 * What the robots.txt of one origin says to this program: of the rules that fit, the longest decides, and of several as
 * long one that allows. A hostile file takes little more time than another of its length: robots-parser 3.0.1, in whose
 * place this stands, was not done with 50 KB of names and rules after a minute.
 * https://www.rfc-editor.org/rfc/rfc9309#section-2.2.2
 */
export class RobotsRules {
  /** About so many rules are held in memory. */
  readonly size: number;
  /** Milliseconds that the host wants between requests. */
  readonly gap: number | undefined;
  /** The one that decides comes before the others. */
  readonly #rules: readonly RobotsRule[];

  constructor(text: string, product: string) {
    const { rules, crawlDelay } = groupFor(text, product);
    this.#rules = bounded([...rules].map(([pattern, isAllowed]) => ({ pattern: written(pattern), isAllowed }))).sort(
      (one, other) => other.pattern.length - one.pattern.length || Number(other.isAllowed) - Number(one.isAllowed),
    );
    this.size = this.#rules.length + 1;
    this.gap = crawlDelay === undefined ? undefined : crawlDelay * 1000;
  }

  allows(url: URL): boolean {
    const path = askedPath(url).slice(0, MOST_PATH);
    return this.#rules.find(({ pattern }) => fits(path, pattern))?.isAllowed ?? true;
  }
}

function written(pattern: string): string {
  return comparable(pattern)
    .replace(/\*{2,}/g, '*')
    .slice(0, MOST_PATH);
}

/** Of wild rules beyond what can be tried, what forbids is taken wider than it was meant, and what allows goes. */
function bounded(rules: readonly RobotsRule[]): RobotsRule[] {
  let wild = 0;
  return rules.flatMap((rule) => {
    const star = rule.pattern.indexOf('*');
    wild += star < 0 ? 0 : rule.pattern.length;
    if (star < 0 || wild <= MOST_WILD) return [rule];
    return rule.isAllowed ? [] : [{ isAllowed: false, pattern: rule.pattern.slice(0, star) }];
  });
}
