import robotsParser from 'robots-parser';
import { groupFor } from './robots-group.ts';

// the package is the function, its types say that it has it
const parse = robotsParser as unknown as typeof robotsParser.default;

/** Of an address's path and query: what comes after does not count. */
const MOST_PATH = 2_048;

/** What the robots.txt of one origin says to this program. */
export class RobotsRules {
  /** About so many rules are held in memory. */
  readonly size: number;
  /** Milliseconds that the host wants between requests. */
  readonly gap: number | undefined;
  readonly #robot: ReturnType<typeof parse>;
  readonly #origin: string;

  constructor(origin: string, text: string, product: string) {
    const { rules, crawlDelay } = groupFor(text, product);
    this.size = rules.length + 1;
    this.gap = crawlDelay === undefined ? undefined : crawlDelay * 1000;
    this.#origin = origin;
    this.#robot = parse(`${origin}/robots.txt`, ['user-agent: *', ...rules].join('\n'));
  }

  allows({ pathname, search }: URL): boolean {
    return this.#robot.isAllowed(this.#origin + (pathname + search).slice(0, MOST_PATH), '*') !== false;
  }
}
