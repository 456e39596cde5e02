import type { StructuredOutput } from './server.ts';

/** Which of the parameters that servers disagree about are sent. */
export interface Dialect {
  readonly output: StructuredOutput;
  /** Counts of tokens are asked for with the stream. */
  readonly counts: boolean;
  /** What the longest reply is called. */
  readonly longest: 'max_completion_tokens' | 'max_tokens' | 'not sent';
  /**
   * How freely the model writes. Models that reason refuse any temperature and are asked for little reasoning, since a
   * reader waits; of others the likeliest words are wanted, for these are meant to be the quote's.
   */
  readonly manner: 'low effort' | 'temperature 0' | 'not sent';
}

/** What most servers take, to begin with. */
export function firstDialect(model: string): Dialect {
  const reasons = /(^|\/)(gpt-[5-9]|o\d|gpt-oss)/i.test(model) && !/-chat/i.test(model);
  return {
    output: 'json schema',
    counts: true,
    longest: 'max_completion_tokens',
    manner: reasons ? 'low effort' : 'temperature 0',
  };
}

/**
 * What to send in place of what was refused, as far as the server's words tell; undefined where they speak of nothing
 * that can be left out.
 */
export function simpler(dialect: Dialect, said: string): Dialect | undefined {
  if (dialect.counts && /stream_options|include_usage/i.test(said)) return { ...dialect, counts: false };
  if (dialect.longest !== 'not sent' && /max_\w*tokens|context (length|window)/i.test(said))
    return { ...dialect, longest: nextLongest(dialect, said) };
  if (dialect.manner !== 'not sent' && /temperature|reasoning|effort/i.test(said))
    return { ...dialect, manner: 'not sent' };
  return /response_format|json|schema|text\.format|structured|grammar/i.test(said) ? withLessForm(dialect) : undefined;
}

function nextLongest({ longest }: Dialect, said: string): Dialect['longest'] {
  return longest === 'max_completion_tokens' && !/context (length|window)/i.test(said) ? 'max_tokens' : 'not sent';
}

/** The next best form of reply; undefined after the last. */
export function withLessForm(dialect: Dialect): Dialect | undefined {
  if (dialect.output === 'text') return undefined;
  return { ...dialect, output: dialect.output === 'json schema' ? 'json object' : 'text' };
}
