import { describe, expect, onTestFinished, type TestContext, test, vi } from 'vitest';
import type {
  AmendingAdapter,
  Brief,
  ChatAdapter,
  ChatRequest,
  Conversation,
  RecallingAdapter,
  Reply,
  RequestHandler,
  Statement,
} from '../../src/index.ts';
import { answer, attackWords, brief, hostile, longBrief, refusal, sources } from './replies.ts';

/** An adapter at work, with the platform's two ends in the hands of a test. */
export interface AdapterUnderTest {
  readonly adapter: ChatAdapter;
  /** Where the user types, and where `send` shall post. */
  readonly conversation: Conversation;
  /** A user types this and sends it off. May be called while an earlier request is running. */
  type(text: string): Promise<void>;
  /**
   * Everything shown so far, in order, as a reader sees it: markup taken off, one blank for white space of any length.
   * What the platform would act on (a ping, a link) is not text and belongs into `hazards`.
   */
  shown(): string;
  /** What in the raw output is alive and must not be: escape sequences, pings, links that lead to no article. */
  hazards(): readonly string[];
  /** Frees what `make` opened; the adapter may have been stopped before. */
  dispose(): Promise<void>;
  /**
   * A fresh adapter on the same platform, started, as after a restart; `dispose` stops it too. Without it nothing is
   * asked of `recall` and `amend`. With `amend`, `shown` tells what stands now.
   */
  again?(): Promise<ChatAdapter>;
  /** The platform takes so many messages more and fails at the next ones, until what this gives is called. */
  interrupt?(after: number): () => void;
}

const notice = (text: string): Reply => ({ kind: 'notice', text });
const deadline = { timeout: 5000, interval: 10 };

/**
 * What every chat adapter must do. Call it in a test file of the adapter.
 * @param make a fresh adapter that is not started; its patience with a handler, where it has one, at most a second.
 */
export function adapterContract(name: string, make: () => Promise<AdapterUnderTest>): void {
  const begin = async (handle: RequestHandler = async () => notice('unasked')) => {
    const under = await make();
    onTestFinished(() => under.dispose());
    // what a platform tells of itself is of no concern here
    const isAsked = ({ kind }: ChatRequest) => kind !== 'present' && kind !== 'complete';
    await under.adapter.start(async (request, update) => (isAsked(request) ? handle(request, update) : undefined));
    return under;
  };
  const sees = (under: AdapterUnderTest, text: string) =>
    vi.waitFor(() => expect(under.shown()).toContain(text), deadline);

  describe(`${name} as a chat adapter`, () => {
    startAndStop(begin, sees);
    requests(begin, sees);
    posts(begin, sees);
    contents(begin, sees);
    restarts(begin, sees);
    amendments(begin, sees);
    updates(begin, sees);
  });
}

type Begin = (handle?: RequestHandler) => Promise<AdapterUnderTest>;
type Sees = (under: AdapterUnderTest, text: string) => Promise<void>;

function startAndStop(begin: Begin, sees: Sees): void {
  test('starting twice is as good as once', async () => {
    const handle = vi.fn<RequestHandler>(async () => notice('reply once'));
    const under = await begin(handle);
    await under.adapter.start(handle);
    await under.type('is it over?');
    await sees(under, 'reply once');
    expect(handle).toHaveBeenCalledTimes(1);
  });

  test('stopping twice is as good as once', async () => {
    const under = await begin();
    await under.adapter.stop();
    await under.adapter.stop();
  });

  test('it stops while a request is running', async () => {
    const handle = vi.fn<RequestHandler>(() => new Promise(() => {}));
    const under = await begin(handle);
    await under.type('what happened?');
    await vi.waitFor(() => expect(handle).toHaveBeenCalled(), deadline);
    await under.adapter.stop();
  });
}

function requests(begin: Begin, sees: Sees): void {
  test('a question reaches the bot once, with its conversation, user, id and time', async () => {
    const requests: ChatRequest[] = [];
    const under = await begin(async (request) => {
      requests.push(request);
      return notice('noted that');
    });
    await under.type('who offered mediation?');
    await sees(under, 'noted that');
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({
      kind: 'question',
      text: 'who offered mediation?',
      conversation: under.conversation,
    });
    expect(requests[0]?.id).not.toBe('');
    expect(requests[0]?.user).not.toBe('');
    expect(new Date(requests[0]?.at ?? '').getTime()).toBeGreaterThan(0);
  });

  test('two questions have two ids', async () => {
    const ids = new Set<string>();
    const under = await begin(async (request) => notice(`request ${ids.add(request.id).size}.`));
    await under.type('first?');
    await sees(under, 'request 1.');
    await under.type('second?');
    await sees(under, 'request 2.');
  });

  test('a bot that throws is answered for in plain words, and the next question is heard', async () => {
    const under = await begin(async (request) => {
      if (request.kind === 'question' && request.text === 'break') throw new Error('secret-cause at line 7');
      return notice('still here');
    });
    await under.type('break');
    await under.type('and now?');
    await sees(under, 'still here');
    expect(under.shown()).not.toContain('secret-cause');
  });

  test('where the bot has nothing to show, nothing is shown', async () => {
    const under = await begin(async (request) => {
      return request.kind === 'question' && request.text === 'again' ? undefined : notice('the one reply');
    });
    await under.type('again');
    await under.type('and now?');
    await sees(under, 'the one reply');
    expect(under.shown().split('the one reply')).toHaveLength(2);
    expect(under.shown()).not.toMatch(/undefined|wrong|\bnull\b/);
  });

  test('a bot that hangs does not keep the next question from being heard', async () => {
    const under = await begin((request) => {
      const hangs = request.kind === 'question' && request.text === 'hang';
      return hangs ? new Promise(() => {}) : Promise.resolve(notice('still here'));
    });
    await under.type('hang');
    await under.type('and now?');
    await sees(under, 'still here');
  });
}

function posts(begin: Begin, sees: Sees): void {
  test('a key posts once, and gives the first post again', async () => {
    const under = await begin();
    const first = await under.adapter.send(under.conversation, notice('the morning edition'), 'key-1');
    const second = await under.adapter.send(under.conversation, notice('the morning edition'), 'key-1');
    await under.adapter.send(under.conversation, notice('the end'));
    await sees(under, 'the end');
    expect(second).toEqual(first);
    expect(under.shown().split('the morning edition')).toHaveLength(2);
  });

  test('one key in two sends at once posts once', async () => {
    const under = await begin();
    const send = () => under.adapter.send(under.conversation, notice('the morning edition'), 'key-2');
    const [first, second] = await Promise.all([send(), send()]);
    await sees(under, 'the morning edition');
    expect(second).toEqual(first);
    expect(under.shown().split('the morning edition')).toHaveLength(2);
  });

  test('sends without a key are all posted, in order', async () => {
    const under = await begin();
    const texts = ['alpha post', 'beta post', 'gamma post'];
    await Promise.all(texts.map((text) => under.adapter.send(under.conversation, notice(text))));
    await sees(under, 'gamma post');
    expect(inOrder(under.shown(), texts)).toBe(true);
  });
}

/** Nothing was posted before; also where a platform's time is in whole seconds. */
const since = () => new Date(Date.now() - 60_000).toISOString();
const times = (shown: string, text: string) => shown.split(text).length - 1;

/** The platform and an adapter that starts on it anew; the test is left out where there is no such adapter. */
async function restarted(begin: Begin, { skip }: TestContext) {
  const under = await begin();
  const { again } = under;
  if (again === undefined) return skip('it does not start again here');
  const restart = async () => {
    const adapter = await again();
    if (!('recall' in adapter)) return skip('it recalls nothing');
    return adapter as ChatAdapter & RecallingAdapter;
  };
  return { under, restart };
}

function restarts(begin: Begin, sees: Sees): void {
  test('after a restart a key is recalled as it was sent, and posts nothing again', async (context) => {
    const { under, restart } = await restarted(begin, context);
    const reply: Reply = { kind: 'brief', brief: longBrief() };
    const sent = await under.adapter.send(under.conversation, reply, 'key-3');
    const adapter = await restart();
    const { at, ...same } = sent;
    expect(new Date(at).getTime()).toBeGreaterThan(0);
    expect(await adapter.recall(under.conversation, 'key-3', since())).toMatchObject(same);
    expect(await adapter.send(under.conversation, reply, 'key-3')).toMatchObject(same);
    await adapter.send(under.conversation, notice('the end'));
    await sees(under, 'the end');
    expect(missingFrom(under.shown(), longBrief())).toEqual([]);
  });

  test('a key that nothing was posted under is not recalled, and can be sent then', async (context) => {
    const { under, restart } = await restarted(begin, context);
    await under.adapter.send(under.conversation, notice('the morning edition'), 'key-4');
    const adapter = await restart();
    expect(await adapter.recall(under.conversation, 'key-5', since())).toBeUndefined();
    await adapter.send(under.conversation, notice('the evening edition'), 'key-5');
    await sees(under, 'the evening edition');
    expect(times(under.shown(), 'the morning edition')).toBe(1);
  });

  test('of a brief that stands by half only the rest is posted', async (context) => {
    const { under, restart } = await restarted(begin, context);
    if (under.interrupt === undefined) return context.skip('it cannot be interrupted here');
    const reply: Reply = { kind: 'brief', brief: longBrief() };
    const resume = under.interrupt(2);
    await expect(under.adapter.send(under.conversation, reply, 'key-6')).rejects.toThrow();
    resume();
    expect(missingFrom(under.shown(), longBrief())).not.toEqual([]);
    const adapter = await restart();
    const found = await adapter.recall(under.conversation, 'key-6', since());
    const sent = await adapter.send(under.conversation, reply, 'key-6');
    expect(sent.id).toBe(found?.id);
    expect(missingFrom(under.shown(), longBrief())).toEqual([]);
  });

  test('once another process may post what is left, it posts no message of it', async (context) => {
    const { under } = await restarted(begin, context);
    let left = 1;
    const mayPost = () => left-- > 0;
    const reply: Reply = { kind: 'brief', brief: longBrief() };
    await under.adapter.send(under.conversation, reply, 'key-9', mayPost).catch(() => {});
    await expect(under.adapter.send(under.conversation, notice('never'), 'key-10', () => false)).rejects.toThrow();
    await under.adapter.send(under.conversation, notice('the end'));
    await sees(under, 'the end');
    expect(under.shown()).not.toContain('never');
    expect(left).toBeLessThanOrEqual(0);
    const isInOne = missingFrom(under.shown(), longBrief()).length === 0;
    expect(isInOne).toBe(left === 0);
  });

  test('each message of a post has an id of its own', async (context) => {
    const { under } = await restarted(begin, context);
    const sent = await under.adapter.send(under.conversation, { kind: 'brief', brief: longBrief() }, 'key-7');
    const ids = [sent.id, ...(sent.parts ?? [])];
    expect(ids).not.toContain('');
    expect(new Set(ids).size).toBe(ids.length);
  });
}

function amendments(begin: Begin, sees: Sees): void {
  test('what is amended shows the new words in place of the old, twice as well as once', async (context) => {
    const { under, restart } = await restarted(begin, context);
    if (!('amend' in under.adapter)) return context.skip('it amends nothing');
    const first = under.adapter as ChatAdapter & AmendingAdapter;
    const sent = await first.send(under.conversation, notice('the talks failed'), 'key-8');
    await first.send(under.conversation, notice('another matter'));
    const long: Reply = { kind: 'brief', brief: longBrief() };
    await first.amend(under.conversation, sent, long);
    const second = (await restart()) as unknown as ChatAdapter & AmendingAdapter;
    await second.amend(under.conversation, sent, long);
    await sees(under, 'Coralia makes an offer');
    expect(missingFrom(under.shown(), longBrief())).toEqual([]);
    expect(times(under.shown(), 'the talks failed')).toBe(0);
    expect(times(under.shown(), 'another matter')).toBe(1);
    await second.amend(under.conversation, sent, notice('nothing of it holds'));
    await sees(under, 'nothing of it holds');
    expect(under.shown()).not.toContain('Arland–Belmar');
    expect(under.hazards()).toEqual([]);
  });
}

type Update = NonNullable<Parameters<RequestHandler>[1]>;

/** A user has asked, and the bot has replied; the test is left out where nothing can take the place of that. */
async function replied(begin: Begin, sees: Sees, first: Reply, { skip }: TestContext) {
  let update: Update | undefined;
  const under = await begin(async (request, given) => {
    if (request.kind === 'question' && request.text === 'and?') return notice('the end');
    update = given;
    return first;
  });
  await under.type('who offered mediation?');
  await vi.waitFor(() => expect(under.shown()).not.toBe(''), deadline);
  if (update === undefined) return skip('what it shows stays as it is');
  const isOver = async () => {
    await under.type('and?');
    await sees(under, 'the end');
  };
  return { under, update, isOver };
}

function updates(begin: Begin, sees: Sees): void {
  test('a better reply takes the place of the first, and nothing is posted twice', async (context) => {
    const { under, update, isOver } = await replied(begin, sees, notice('the first words'), context);
    await sees(under, 'the first words');
    await update(answer);
    await isOver();
    expect(times(under.shown(), 'Coralia offered to host talks between')).toBe(1);
    expect(times(under.shown(), 'the first words')).toBe(0);
    expect(under.hazards()).toEqual([]);
  });

  test('longer and shorter ones take each other’s place, whole and in order', async (context) => {
    const { under, update, isOver } = await replied(begin, sees, notice('the first words'), context);
    const long: Reply = { kind: 'brief', brief: longBrief() };
    await Promise.all([update(notice('a passing word')), update(long)]);
    expect(missingFrom(under.shown(), longBrief())).toEqual([]);
    expect(inOrder(under.shown(), listed(longBrief()).map(bare))).toBe(true);
    expect(under.shown()).not.toMatch(/the first words|a passing word/);
    await update(notice('short after all'));
    await isOver();
    expect(under.shown().trim()).toMatch(/^short after all the end$/);
    await update(long);
    expect(missingFrom(under.shown(), longBrief())).toEqual([]);
  });

  test('one that comes while the first is under way is shown in the end, once', async (context) => {
    let updated: Promise<void> | undefined;
    const under = await begin(async (request, update) => {
      if (request.kind === 'question' && request.text === 'and?') return notice('the end');
      updated = update?.(notice('the better words'));
      await new Promise((resolve) => setTimeout(resolve, 50));
      return notice('the first words');
    });
    await under.type('who offered mediation?');
    await vi.waitFor(() => expect(under.shown()).not.toBe(''), deadline);
    if (updated === undefined) return context.skip('what it shows stays as it is');
    await updated;
    await under.type('and?');
    await sees(under, 'the end');
    expect(times(under.shown(), 'the better words')).toBe(1);
    expect(under.shown()).not.toContain('the first words');
  });

  test('where nothing was shown nothing takes its place', async (context) => {
    let update: Update | undefined;
    const under = await begin(async (request, given) => {
      if (request.kind === 'question' && request.text === 'and?') return notice('the end');
      update = given;
      return undefined;
    });
    await under.type('again');
    await under.type('and?');
    await sees(under, 'the end');
    if (update === undefined) return context.skip('what it shows stays as it is');
    await update(notice('never'));
    expect(under.shown()).not.toContain('never');
  });

  test('one that comes after the stop is not shown, and troubles nobody', async (context) => {
    const { under, update } = await replied(begin, sees, notice('the first words'), context);
    await under.adapter.stop();
    await update(notice('never'));
    expect(under.shown()).not.toContain('never');
    expect(under.shown()).toContain('the first words');
  });
}

function contents(begin: Begin, sees: Sees): void {
  test('an answer shows its short form, its statement with its marks, its quotes and its sources', async () => {
    const under = await begin(async () => answer);
    await under.type('who offered to host talks?');
    await sees(under, 'Coralia makes an offer');
    const shown = under.shown();
    expect(shown).toContain('Coralia offered to host talks between Arland and Belmar');
    for (const mark of ['[1]', '[3]', '"offered to host further talks"']) expect(shown).toContain(mark);
    for (const source of sources) expect(shown).toContain(source.title);
    expect(under.hazards()).toEqual([]);
  });

  test('a refusal says so and shows the nearest words', async () => {
    const under = await begin(async () => refusal);
    await under.type('did Belmar accept?');
    await sees(under, '"Coralia offered to host further talks."');
    expect(under.shown()).toMatch(/not in the archive/i);
    expect(under.shown()).toContain('[3]');
  });

  test('a failure shows plain words and its reference', async () => {
    const under = await begin(async () => ({ kind: 'failure', text: 'It did not work.', reference: 'a1b2c3' }));
    await under.type('what happened?');
    await sees(under, 'It did not work.');
    expect(under.shown()).toContain('a1b2c3');
    expect(under.shown()).not.toMatch(/\bat .*:\d+:\d+/);
  });

  test('a brief shows its date, direction, index, both readings, what is unknown, and every source', async () => {
    const under = await begin();
    await under.adapter.send(under.conversation, { kind: 'brief', brief });
    await sees(under, 'Coralia makes an offer');
    const shown = under.shown();
    for (const text of [
      'Arland–Belmar',
      '12 April 2031',
      '41',
      '48',
      'late by two hours',
      '(inferred)',
      '(one report)',
    ])
      expect(shown).toContain(text);
    expect(shown.toUpperCase()).toContain('MIXED');
    for (const text of ['Arland says that they did', 'Belmar denies it', 'Left open', 'Deaths at Hollow Ford'])
      expect(shown).toContain(text);
    expect(missingFrom(shown, brief)).toEqual([]);
  });

  test('a sample says that it is one before anything else', async () => {
    const under = await begin();
    await under.adapter.send(under.conversation, { kind: 'brief', brief, sample: true });
    await sees(under, 'Arland–Belmar');
    expect(inOrder(under.shown().toLowerCase(), ['sample', 'arland–belmar'])).toBe(true);
  });

  test('a long brief is shown whole and in order', async () => {
    const under = await begin();
    const long = longBrief();
    await under.adapter.send(under.conversation, { kind: 'brief', brief: long });
    await sees(under, 'Coralia makes an offer');
    expect(missingFrom(under.shown(), long)).toEqual([]);
    expect(inOrder(under.shown(), listed(long).map(bare))).toBe(true);
  });

  test('hostile text of an article is shown and does nothing', async () => {
    const under = await begin(async () => hostile());
    await under.type('what does it say?');
    await sees(under, 'A said');
    expect(under.hazards()).toEqual([]);
    for (const word of attackWords) expect(under.shown()).toContain(word);
    expect(under.shown()).not.toMatch(
      /\p{Cc}|\u061c|\u200b|\u200d|[\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/u,
    );
  });
}

function listed(edition: Brief): Statement[] {
  return edition.sections.flatMap((section) =>
    section.id === 'disagree' || section.id === 'unknown' ? [] : section.items,
  );
}

/** Without its full stop, since marks may stand before it. */
function bare({ text }: { readonly text: string }): string {
  return text.replace(/\.$/, '');
}

/** Statements that are not shown exactly once with their marks behind them, and sources that are not shown. */
function missingFrom(shown: string, edition: Brief): string[] {
  const numbers = new Map(edition.sources.map((source) => [source.articleId, source.number]));
  const statements = [...edition.bottomLine, ...listed(edition)].filter((statement) => {
    const after = shown.split(bare(statement));
    const cited = [...new Set(statement.citations.map((citation) => `[${numbers.get(citation.articleId)}]`))];
    return after.length !== 2 || !cited.every((mark) => after[1]?.slice(0, 40).includes(mark));
  });
  const titles = edition.sources.filter(({ title }) => !shown.includes(title));
  return [...statements.map(({ text }) => text), ...titles.map(({ title }) => title)];
}

function inOrder(shown: string, texts: readonly string[]): boolean {
  let from = 0;
  return texts.every((text) => {
    const at = shown.indexOf(text, from);
    from = at + text.length;
    return at >= 0;
  });
}
