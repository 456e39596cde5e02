/**
 * One environment variable: how it is read, what it is for. The type parameter is what `parse` makes of its text.
 * A key is also the handle to its value: `values.get(key)`.
 */
export interface ConfigurationKey<T = unknown> {
  /** The variable's name, in capitals. */
  readonly key: string;
  /** One line for the configuration table and `.env.example`. */
  readonly help: string;
  /** @throws Error with what is wrong, worded to follow the key's name: "must be a port number". */
  readonly parse: (raw: string) => T;
  /** As it would be written in the environment. */
  readonly default?: string;
  /** Never printed: not in a log, not in an error. */
  readonly secret?: boolean;
  /** The part it belongs to is off without it. */
  readonly required?: boolean;
}

export interface ConfigurationValues {
  /** The parsed value, or the parsed default, or undefined where neither is there. */
  get<T>(key: ConfigurationKey<T>): T | undefined;
  /** @throws DetenteError `bad-configuration` where `get` would give undefined. */
  need<T>(key: ConfigurationKey<T>): T;
}
