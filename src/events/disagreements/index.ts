import type { Disagreement } from '../../domain/brief.ts';
import { days } from './day.ts';
import { denials } from './denial.ts';
import type { Detector, Ground } from './ground.ts';
import { headlines } from './headline.ts';
import { means } from './means.ts';
import { orders } from './order.ts';
import { scopes } from './scope.ts';
import { tolls } from './toll.ts';

/** What misleads most comes first. */
const DETECTORS: readonly Detector[] = [tolls, headlines, scopes, orders, denials, days, means];

/** Where sources disagree, each with both readings and what the brief makes of it. Each kind once before any twice. */
export function disagreementsIn(ground: Ground): Disagreement[] {
  const found = DETECTORS.map((detect) => [...detect(ground)]);
  const most = Math.max(...found.map((kind) => kind.length));
  return Array.from({ length: most }, (_, at) => found.flatMap((kind) => kind[at] ?? [])).flat();
}
