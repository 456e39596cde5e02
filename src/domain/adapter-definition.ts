import type { ChatAdapter, Conversation } from './chat.ts';
import type { Clock } from './clock.ts';
import type { ConfigurationKey, ConfigurationValues } from './configuration.ts';
import type { Logger } from './logger.ts';

/** What every adapter is made from. */
export interface AdapterOptions {
  readonly configuration: ConfigurationValues;
  readonly clock: Clock;
  readonly logger: Logger;
  /** A folder for what an adapter must find again after a crash and no platform keeps for it. */
  readonly folder?: string;
}

export type AdapterFactory = (options: AdapterOptions) => ChatAdapter;

/**
 * What `adapters/<name>/definition.ts` exports as `definition`. It loads no SDK: `load` does.
 * The adapter is on when all its required keys are set; one without required keys is on when no other is.
 */
export interface AdapterDefinition {
  /** The name of the folder, and the first part of a written conversation. */
  readonly name: string;
  /** The platform's own name, for people. */
  readonly title: string;
  readonly configuration: readonly ConfigurationKey[];
  /** What is missing beyond single required keys, a line each; nothing where the adapter is off or whole. */
  gaps?(isSet: (key: ConfigurationKey) => boolean): readonly string[];
  load(): Promise<AdapterFactory>;
  /** Commands of the adapter's own: `detente <name> <tool>`. */
  readonly tools?: readonly AdapterTool[];
  /**
   * Asks the platform why nothing can be posted in a conversation, without starting anything; undefined where it can.
   * @throws DetenteError where it cannot be found out
   */
  refusal?(options: AdapterOptions, conversation: Conversation): Promise<string | undefined>;
  /** Asks the platform whether all is set up there: what `detente check` prints. Starts nothing. */
  check?(options: AdapterOptions): Promise<readonly Finding[]>;
}

/** What can be done with a platform from the command line, beside serving it. */
export interface AdapterTool {
  readonly name: string;
  readonly summary: string;
  /** Such as `--dry-run`, which is given as `dryRun`. */
  readonly flags?: readonly { readonly flag: string; readonly summary: string }[];
  /** @returns the lines to print */
  run(options: AdapterOptions, flags: Readonly<Record<string, boolean | undefined>>): Promise<readonly string[]>;
}

/** One thing checked. Where it failed, `finding` says what to do. */
export interface Finding {
  readonly name: string;
  readonly ok: boolean;
  readonly finding: string;
}
