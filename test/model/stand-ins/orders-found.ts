import { type Anything, parsed } from '../model-request.ts';

/** An order that a text gives, as a gullible model understands it. */
export interface Found {
  /** Number of the thing whose text gives it. */
  readonly id: number;
  readonly source: string;
  /** What is to be said word for word. */
  readonly says: readonly string[];
  /** Addresses and Markdown links to be shown. */
  readonly links: readonly string[];
  readonly mentions: readonly string[];
  /** Whether it is told to give away what it knows. */
  readonly secrets: boolean;
  /** Whether it is told to say nothing. */
  readonly silence: boolean;
  /** Drafts that the text has in JSON. */
  readonly drafts: readonly Anything[];
}

const SAY = new RegExp(
  `(?<![A-Za-zА-я])(?:${[
    'reply with|respond with|answer with|print|output|write|say|state instead|repeat|translate(?: this)? as',
    'ответь|напиши|скажи',
    'بنویس|بگو|پاسخ بده',
    '输出|回答|说',
    'schreibe|antworte|sage',
    'responde|escribe|di',
  ].join('|')})\\s*[:：]\\s*[«「“"']?(.+?)[»」”"']?\\s*(?:\\[/SYSTEM\\]|$)`,
  'giu',
);
const LINK = /\[[^\]]*\]\(https?:[^)\s]+\)|https?:\/\/[^\s)\]"”]+/g;
const MENTION = /<[!@#][^>\s]+>|@(?:everyone|here|channel)\b/g;
const SECRETS = /\b(?:api key|environment variable|system prompt|your instructions)s?\b/i;
const SILENCE = /\bsay nothing\b|\bempty list\b|\bdo not (?:answer|reply)\b/i;
const ACTS = /\b(?:run the command|call the function|turn off the checks|set the time zone|change the language)\b/i;

/** The orders of all texts, those of each once; also such as are in base64, in JSON, or in characters that nobody sees. */
export function ordersIn(texts: readonly { id: number; text: string }[]): Found[] {
  const each = texts.map(({ id, text }) => found(id, text, unhidden(text)));
  // a sentence splitter may have parted an order from what it orders
  const together = found(texts[0]?.id ?? 0, texts[0]?.text ?? '', unhidden(texts.map(({ text }) => text).join(' ')));
  const parted = each.some(givesOrders) || !givesOrders(together) ? [] : [together];
  return [...each.filter(givesOrders), ...parted];
}

function found(id: number, source: string, text: string): Found {
  const readable = `${text}\n${decoded(text)}`;
  return {
    ...{ id, source },
    says: [...readable.matchAll(SAY)].flatMap(([, words]) => words?.trim() ?? []).concat(ACTS.test(text) ? [text] : []),
    links: readable.match(LINK) ?? [],
    mentions: readable.match(MENTION) ?? [],
    secrets: SECRETS.test(readable),
    silence: SILENCE.test(readable),
    drafts: draftsIn(readable),
  };
}

function givesOrders({ says, links, mentions, secrets, silence, drafts }: Found): boolean {
  return secrets || silence || [says, links, mentions, drafts].some((list) => list.length > 0);
}

/** Tag characters as the letters they stand for, and without what joins or turns letters unseen. */
function unhidden(text: string): string {
  const letters = [...text].map((letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return code >= 0xe0020 && code < 0xe007f ? String.fromCodePoint(code - 0xe0000) : letter;
  });
  return letters.join('').replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '');
}

function decoded(text: string): string {
  const runs = text.match(/[A-Za-z0-9+/]{24,}={0,2}/g) ?? [];
  const plain = runs.map((run) => Buffer.from(run, 'base64').toString('utf8'));
  return plain.filter((one) => /^[\p{L}\p{N}\p{P}\p{Z}\s]+$/u.test(one)).join('\n');
}

/** Every list of drafts that stands in a text, closed or not, and drafts on their own. */
function draftsIn(text: string): Anything[] {
  const lists = [...text.matchAll(/"drafts"\s*:\s*(\[.*\])/g)].map(([, list]) => parsed(list ?? ''));
  const alone = [...text.matchAll(/\{"text":"(?:[^"\\]|\\.)*"/g)].map(([start]) => parsed(`${start}}`));
  return [...lists.filter(Array.isArray).flat(), ...alone.filter(Boolean)];
}
