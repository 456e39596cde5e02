/*
 * What `emulate` leaves out of reading back: the time from which on, pages of threads, and that Slack gives metadata
 * only where it is asked for. https://docs.slack.dev/reference/methods/conversations.history and .../conversations.replies
 */

// biome-ignore lint/suspicious/noExplicitAny: bodies as they came over the wire
type Anything = any;

/** The same question for all that there is. */
export function unlimited({ cursor: _, ...body }: Anything): object {
  return { ...body, limit: 1_000 };
}

/** Of all messages those of the page that was asked for, which a cursor counts from. */
export function asAsked(answer: Anything, body: Anything): object {
  if (!answer.ok) return answer;
  const wanted = answer.messages.filter((message: Anything) => isWithin(message, body));
  const from = Number(body.cursor ?? 0);
  const to = from + Math.min(Number(body.limit ?? 100), 999);
  const more = to < wanted.length;
  const messages = wanted.slice(from, to).map((message: Anything) => seen(message, body));
  return { ok: true, messages, has_more: more, response_metadata: { next_cursor: more ? String(to) : '' } };
}

/** The parent of a thread is always given. */
function isWithin({ ts }: Anything, { ts: parent, oldest = '0', latest = 'Infinity', inclusive }: Anything): boolean {
  if (ts === parent) return true;
  const at = Number(ts);
  const [first, last] = [Number(oldest), Number(latest)];
  return inclusive ? at >= first && at <= last : at > first && at < last;
}

function seen({ metadata, ...message }: Anything, { include_all_metadata }: Anything): object {
  return include_all_metadata === true && metadata !== undefined ? { ...message, metadata } : message;
}
