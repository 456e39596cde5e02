import { z } from 'zod';

/** The shapes of interface.md. What may be absent is `optional`, which refuses null; null stands only where it may. */

const isoDay = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const eventDate = z.string().regex(/^\d{4}-\d\d(-\d\d)?$|^\d{4}-\d\d-\d\d\/(\d{4}-\d\d-\d\d|\.\.)$/);
const stance = z.enum(['de-escalation', 'escalation', 'neutral']);

const bareCitation = z.object({
  articleId: z.string().min(1),
  start: z.int().min(0),
  end: z.int().min(1),
  quote: z.string().min(1),
});
const citation = bareCitation.extend({ source: z.int().min(1) });

const statement = z.object({
  text: z.string().min(1),
  citations: z.array(citation).min(1),
  origins: z.int().min(1),
  event: z.string().optional(),
  stance: stance.optional(),
  date: eventDate.optional(),
  attribution: z.string().optional(),
});
const disagreement = z.object({
  text: z.string().min(1),
  readings: z.array(z.object({ text: z.string().min(1), citations: z.array(citation).min(1) })).min(2),
  handling: z.string().min(1),
});
const unknown = z.object({ text: z.string().min(1), citations: z.array(citation).optional() });
const source = z.object({
  number: z.int().min(1),
  articleId: z.string(),
  outlet: z.string().optional(),
  title: z.string(),
  publishedAt: isoDay.nullish(),
  dateBasis: z.enum(['stated', 'inferred', 'unknown']),
  origin: z.string(),
  url: z.string().optional(),
});
const heading = z.string().min(1);
const section = z.discriminatedUnion('id', [
  z.object({ id: z.enum(['new', 'calm', 'away']), heading, items: z.array(statement) }),
  z.object({ id: z.enum(['channels', 'next']), heading, items: z.array(statement) }),
  z.object({ id: z.literal('disagree'), heading, items: z.array(disagreement) }),
  z.object({ id: z.literal('unknown'), heading, items: z.array(unknown) }),
]);
const engine = z.enum(['extractive', 'language-model']);

export const ingestShape = z.object({
  schema: z.literal('detente.ingest/1'),
  added: z.int().min(0),
  known: z.int().min(0),
  updated: z.int().min(0),
  rejected: z.array(z.object({ path: z.string(), reason: z.string().min(1) })),
});

export const articlesShape = z.array(
  z.object({
    id: z.string().min(1),
    path: z.string().optional(),
    url: z.string().optional(),
    outlet: z.string().optional(),
    title: z.string(),
    author: z.string().optional(),
    publishedAt: isoDay.optional(),
    dateBasis: z.enum(['stated', 'inferred', 'unknown']),
    language: z.string(),
    origin: z.string(),
    words: z.int().min(1),
    text: z.string().optional(),
  }),
);

export const briefShape = z.object({
  schema: z.literal('detente.brief/1'),
  definition: z.string(),
  situation: z.object({ name: z.string(), parties: z.array(z.string()).min(2) }).nullable(),
  date: isoDay,
  zone: z.string(),
  covers: z.object({ from: isoDay, to: isoDay, articles: z.int(), origins: z.int() }),
  direction: z.enum(['easing', 'escalating', 'mixed', 'unchanged', 'quiet']),
  tension: z
    .object({
      index: z.number().min(0).max(100),
      previous: z.number().optional(),
      series: z.array(z.object({ date: isoDay, index: z.number() })),
      change: z.number().optional(),
      movers: z.array(z.object({ event: z.string(), change: z.number() })),
      decay: z.number().optional(),
    })
    .nullable(),
  bottomLine: z.array(statement),
  sections: z.array(section),
  notices: z.array(z.object({ code: z.string(), text: z.string().min(1) })),
  sources: z.array(source),
  engine,
});

export const answerShape = z.object({
  schema: z.literal('detente.answer/1'),
  question: z.string(),
  kind: z.enum(['answered', 'unanswered']),
  short: z.string().nullable(),
  statements: z.array(statement),
  confidence: z.enum(['high', 'moderate', 'low']).nullable(),
  reason: z.enum(['no-evidence', 'not-mentioned', 'empty-archive', 'unclear']).nullable(),
  nearest: z.array(citation),
  message: z.string().nullable(),
  sources: z.array(source),
  engine,
  tier: z.enum(['lexical', 'vectors']),
  elapsedMs: z.number().min(0),
});

export const hitsShape = z.array(
  bareCitation.extend({
    path: z.string().optional(),
    url: z.string().optional(),
    title: z.string(),
    score: z.number(),
  }),
);

const eventType = z.enum(
  'AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT'.split(
    ' ',
  ),
);

export const eventsShape = z.array(
  z.object({
    id: z.string().min(1),
    type: eventType.nullable(),
    modes: z.array(z.string()),
    cameo: z.string().optional(),
    stance,
    actors: z.array(z.string()),
    targets: z.array(z.string()),
    date: eventDate.nullable(),
    datePrecision: z.enum(['day', 'interval', 'month', 'unknown']),
    place: z.string().nullable(),
    status: z.enum(['reported', 'planned', 'denied', 'hypothetical', 'historical']),
    claims: z.array(z.object({ speaker: z.string().optional(), citations: z.array(bareCitation).min(1) })).min(1),
    origins: z.int().min(1),
    articles: z.array(z.string()).min(1),
    summary: z.string().min(1),
  }),
);

export const codedShape = z.object({
  id: z.union([z.string(), z.number()]),
  type: eventType.nullable(),
  modes: z.array(z.string()),
  stance,
  actor: z.string().optional(),
  target: z.string().optional(),
  cameo: z.string().optional(),
  negated: z.boolean(),
  hypothetical: z.boolean(),
});

const instant = z.iso.datetime();
const run = z.object({ utc: instant, local: z.string().min(1) });
const weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);

const scheduleShape = z.object({
  conversation: z.string().min(1),
  definition: z.string().min(1),
  situation: z.string().min(1).optional(),
  time: z.string().regex(/^\d\d:\d\d$/),
  zone: z.string().min(1),
  days: z.array(weekday).min(1),
  quietDays: z.array(weekday),
  weekend: z.string().min(1).optional(),
  pausedUntil: isoDay.optional(),
  madeBy: z.enum(['chat', 'command-line', 'environment']),
  lastRun: run.optional(),
  nextRun: run.optional(),
});

export const schedulesShape = z.array(scheduleShape);

export const deliveryShape = z.object({
  conversation: z.string().min(1),
  key: z.string().min(1).max(25),
  date: isoDay,
  definition: z.string().min(1),
  situation: z.string().min(1).optional(),
  correction: z.boolean(),
  state: z.enum(['waiting', 'sent', 'failed', 'missed']),
  due: instant,
  settled: instant.optional(),
  late: z.boolean(),
  attempts: z.int().min(0),
  reason: z.string().min(1).optional(),
});

/** A feed, in `status` and in what the `source` commands give. */
export const feedShape = z.object({
  url: z.url(),
  title: z.string().min(1).optional(),
  site: z.string().min(1).optional(),
  state: z.enum(['works', 'silent', 'failing', 'paused', 'unpolled']),
  paused: z.boolean(),
  addedAt: instant,
  polledAt: instant.optional(),
  succeededAt: instant.optional(),
  newsAt: instant.optional(),
  failures: z.int().min(0),
  failingSince: instant.optional(),
  reason: z.string().min(1).optional(),
  seen: z.int().min(0),
  taken: z.int().min(0),
  share: z.number().min(0).max(1).optional(),
  nextPollAt: instant.optional(),
});

export const statusShape = z.object({
  schema: z.literal('detente.status/1'),
  archive: z.object({ articles: z.int().min(0), newest: isoDay.optional() }),
  schedules: schedulesShape,
  deliveries: z.array(deliveryShape),
  failures: z.array(deliveryShape),
  model: z
    .object({
      model: z.string().min(1).optional(),
      day: isoDay,
      calls: z.int().min(0),
      tokens: z.object({ input: z.int().min(0), output: z.int().min(0) }),
      dollars: z.number().min(0),
      claims: z.object({ passed: z.int().min(0), dropped: z.int().min(0) }),
      limits: z.array(
        z.object({
          of: z.enum(['user', 'channel', 'day']),
          unit: z.enum(['tokens', 'dollars']),
          amount: z.number(),
          left: z.number().min(0),
        }),
      ),
      pause: z.object({ until: instant, reason: z.string().min(1) }).optional(),
    })
    .optional(),
  sources: z.array(feedShape),
});
