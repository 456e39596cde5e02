import { randomUUID } from 'node:crypto';
import { type AsyncCompleter, createInterface, type Interface } from 'node:readline';
import {
  type ChatAdapter,
  type ChatRequest,
  type Clock,
  type ConfigurationValues,
  type Conversation,
  completions,
  type DeliveryKey,
  type EndingAdapter,
  type Logger,
  mustBeMine,
  parseCommand,
  type RecallingAdapter,
  type Reply,
  type RequestHandler,
  type Sent,
  typedFeed,
} from '../../src/index.ts';
import { noColour } from './definition.ts';
import { TerminalLedger } from './ledger.ts';
import { OutputFile } from './output-file.ts';
import type { RenderOptions } from './render.ts';
import { createScreen, type Output, type Screen } from './screen.ts';

type Input = NodeJS.ReadableStream & { readonly isTTY?: boolean };

/** Of the rendering, what is not told follows the output: text and colour on a terminal, Markdown elsewhere. */
export interface TerminalAdapterOptions extends Partial<RenderOptions> {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly configuration?: ConfigurationValues;
  /** For the keys of what was shown; without one they are forgotten at the end of the process. */
  readonly folder?: string;
  /** Standard input and output unless told. */
  readonly input?: Input;
  readonly output?: Output;
  /** A request that takes longer is answered with a failure, so that the next line gets its turn. */
  readonly patienceMs?: number;
}

/** Everything typed in a terminal happens in one place. */
const conversation: Conversation = { adapter: 'terminal', workspace: '', channel: '' };

/**
 * Lines in, replies out. On a terminal: a prompt with history and completion, until Ctrl-C or Ctrl-D. Elsewhere: each
 * line is answered in order, until the end of the input. Then `ended` resolves; there is no second start.
 */
export function createTerminalAdapter(options: TerminalAdapterOptions): ChatAdapter & EndingAdapter & RecallingAdapter {
  const { input = process.stdin, output = process.stdout } = options;
  const interactive = Boolean(input.isTTY && output.isTTY);
  const screen = createScreen(output, colourless(options) ? { ...options, colour: false } : options);
  const ended = Promise.withResolvers<void>();
  const ending = new AbortController();
  const sent = new Map<string, Promise<Sent>>();
  const ledger = options.folder === undefined ? undefined : new TerminalLedger(options.folder, OutputFile.of(output));
  let lines: Interface | undefined;
  let session: Promise<void> | undefined;

  const end = () => {
    ending.abort();
    lines?.close();
    ended.resolve();
  };
  // While no prompt is open Ctrl-C comes as a signal, which would end the process with an error. A second one does not
  // wait for what still runs, so this stays after the stop.
  const interrupted = () => (ending.signal.aborted ? process.exit(0) : end());
  // where the disk is full the brief is shown all the same
  const noted = (note: () => void) => {
    try {
      note();
    } catch (error) {
      options.logger.warn({ adapter: 'terminal', error }, 'what is shown could not be noted');
    }
  };
  const post = async (reply: Reply, key?: DeliveryKey): Promise<Sent> => {
    const posted: Sent = { id: randomUUID(), at: new Date(options.clock.now()).toISOString() };
    if (key === undefined || ledger === undefined) await screen.show(reply);
    else
      await screen.show(reply, {
        before: (text) => noted(() => ledger.begin(key, posted, text)),
        after: () => noted(() => ledger.add(key, posted)),
      });
    return posted;
  };
  const start = async (handle: RequestHandler): Promise<void> => {
    if (session) return;
    lines = openLines(input, output, interactive, (line) => completed(line, handle, options.clock));
    const answer = (line: string) => answerLine(line, { handle, screen, options, signal: ending.signal });
    session = answerLines(lines, answer, ending.signal).catch(reportTo(options.logger)).finally(end);
    if (interactive) screen.follow(lines);
    lines.on('SIGINT', end);
    output.on('error', end);
    if (input === process.stdin) process.on('SIGINT', interrupted);
  };

  return {
    name: 'terminal',
    ended: ended.promise,
    start,
    send: async (_conversation, reply, key, mayPost) => {
      if (key === undefined) return post(reply);
      const shown = ledger?.find(key);
      if (shown !== undefined) return shown;
      mustBeMine(mayPost);
      const done = sent.get(key) ?? post(reply, key);
      if (!sent.has(key)) remember(sent, key, done);
      return done;
    },
    recall: async (_conversation, key) => ledger?.find(key),
    stop: async () => {
      end();
      await session;
    },
  };
}

/** What could not be shown may be sent again. */
function remember(sent: Map<string, Promise<Sent>>, key: string, done: Promise<Sent>): void {
  sent.set(key, done);
  done.catch(() => sent.delete(key));
}

function colourless({ colour, configuration }: TerminalAdapterOptions): boolean {
  return colour === undefined && configuration?.get(noColour) === true;
}

function openLines(
  input: Input,
  output: Output,
  interactive: boolean,
  complete: (line: string) => Promise<readonly string[]>,
): Interface {
  if (!interactive) return createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY, terminal: false });
  const completer: AsyncCompleter = (line, give) => {
    void complete(line).then((lines) => give(null, [[...lines], line]));
  };
  return createInterface({ input, output, terminal: true, completer, historySize: 500, prompt: '> ' });
}

/** From the table of commands; names of feeds from the bot, and none where it has none. */
async function completed(line: string, handle: RequestHandler, clock: Clock): Promise<readonly string[]> {
  const typed = typedFeed(line);
  if (typed === undefined) return completions(line);
  const base = { id: randomUUID(), conversation, user: 'terminal', at: new Date(clock.now()).toISOString() };
  const reply = await handle({ ...base, kind: 'complete', what: 'feed', text: typed.feed }).catch(() => undefined);
  return reply?.kind === 'choices' ? reply.values.map((value) => `${typed.before}${value}`) : [];
}

async function answerLines(
  lines: Interface,
  answer: (line: string) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  for await (const line of lines) {
    if (signal.aborted) return;
    if (line.trim() !== '') await answer(line);
    else if (lines.terminal) lines.prompt();
  }
}

interface Session {
  readonly handle: RequestHandler;
  readonly screen: Screen;
  readonly options: TerminalAdapterOptions;
  readonly signal: AbortSignal;
}

/**
 * Gives no way to replace the reply: what was printed stays, and scrolls away or is in a file. The bot waits for a better
 * one by itself as long as it sees fit.
 */
async function answerLine(line: string, { handle, screen, options, signal }: Session): Promise<void> {
  const reply = await unlessAborted(signal, async () => {
    try {
      return await patient(handle(requestOf(line, options.clock)), options.patienceMs ?? 60_000, signal);
    } catch (error) {
      reportTo(options.logger)(error);
      return failure;
    }
  });
  if (reply && !signal.aborted) await screen.show(reply);
}

const failure: Reply = { kind: 'failure', text: 'Something went wrong here, and it is not your fault. Try again.' };

function reportTo(logger: Logger): (error: unknown) => void {
  return (error) => logger.error({ adapter: 'terminal', error }, 'request failed');
}

/** The id must not come again after a restart: the archive remembers it. */
function requestOf(line: string, clock: Clock): ChatRequest {
  const at = new Date(clock.now()).toISOString();
  const base = { id: randomUUID(), conversation, user: 'terminal', at, direct: true };
  const command = parseCommand(line);
  return command ? { ...base, kind: 'command', ...command } : { ...base, kind: 'question', text: line.trim() };
}

/** Rejects when the time is over. The timer goes with the session: it would keep the process alive. */
function patient<T>(work: Promise<T>, patienceMs: number, signal: AbortSignal): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`no reply within ${patienceMs} ms`)), patienceMs);
  const cancel = () => clearTimeout(timer);
  signal.addEventListener('abort', cancel, { once: true });
  return Promise.race([work, late.promise]).finally(() => {
    cancel();
    signal.removeEventListener('abort', cancel);
  });
}

function unlessAborted<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T | undefined> {
  const aborted = Promise.withResolvers<undefined>();
  const give = () => aborted.resolve(undefined);
  signal.addEventListener('abort', give, { once: true });
  return Promise.race([work(), aborted.promise]).finally(() => signal.removeEventListener('abort', give));
}
