import { ComponentType } from 'discord-api-types/v10';
import { partsIn } from './limits.ts';
import { AUTOLINK, bareLinksIn, guarded, LINK, plainText, unguarded } from './markdown.ts';

/*
 * What a reader of Discord sees, and what Discord would act on, read back from the components. From
 * https://support.discord.com/hc/en-us/articles/210298617 and
 * https://discord.com/developers/docs/reference#message-formatting, and from no renderer of ours.
 */

// biome-ignore lint/suspicious/noExplicitAny: components as they came over the wire
type Anything = any;

/** The words of components, as a reader sees them; the labels of buttons come last. */
export function shownText(components: readonly Anything[]): string {
  const all = [...partsIn(components)];
  const texts = all.filter(({ type }) => type === ComponentType.TextDisplay).map(({ content }) => plainText(content));
  const labels = all
    .filter(({ type }) => type === ComponentType.Label)
    .flatMap(({ label, description }) => [label, description]);
  const buttons = all.filter(({ type }) => type === ComponentType.Button).map(({ label }) => label);
  return [...texts, ...labels, ...buttons].filter(Boolean).join('\n').replace(/\s+/g, ' ').trim();
}

/** Every address that a reader can follow. */
export function linksIn(components: readonly Anything[]): string[] {
  return [...partsIn(components)].flatMap(({ type, content, url }) => {
    if (type === ComponentType.Button) return url === undefined ? [] : [url];
    return type === ComponentType.TextDisplay ? linksOf(content) : [];
  });
}

/** What is alive and must not be: pings, links that lead to no article, and markup that is not the renderer's. */
export function hazardsIn(body: Anything, isArticle: (url: string) => boolean): string[] {
  const all = [...partsIn(body.components ?? [])];
  const texts = [body.content, ...all.map(({ content }) => content), ...(body.embeds ?? []).flatMap(embedTexts)];
  const names = all.flatMap(({ label, description, placeholder }) => [label, description, placeholder]);
  const links = [
    ...linksIn(all.filter(({ type }) => type === ComponentType.Button)),
    ...texts.filter(Boolean).map(withoutCode).flatMap(linksOf),
  ];
  const media = all.flatMap((part) => [
    part.media?.url,
    ...(part.items ?? []).map((item: Anything) => item.media?.url),
  ]);
  return [
    ...links.filter((url) => !isArticle(url)).map((url) => `link ${url}`),
    ...media.filter(Boolean).map((url) => `media ${url}`),
    ...texts.filter(Boolean).map(withoutCode).flatMap(markupIn),
    ...[...texts, ...names].filter(Boolean).flatMap(invisibleIn),
    ...(body.allowed_mentions?.parse?.length === 0 ? [] : ['allowed_mentions does not parse nothing']),
  ];
}

/** A block of code that is closed reads no markup: it may hold anything but its own end. */
function withoutCode(text: string): string {
  return text.replace(/(?<=^|\n)```\n(?:(?!```)[\s\S])*\n```(?=\n|$)/g, '');
}

function linksOf(text: string): string[] {
  const safe = guarded(text);
  const masked = [...safe.matchAll(LINK)].map(([, , inAngles, bare]) => unguarded(inAngles ?? bare ?? ''));
  return [...masked, ...bareLinksIn(safe.replace(LINK, '$1'))];
}

function embedTexts({ title, description, footer, author, fields = [] }: Anything): string[] {
  const named = fields.flatMap(({ name, value }: Anything) => [name, value]);
  return [title, description, footer?.text, author?.name, ...named];
}

const LIVE: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['mention of a user', /<@!?\d+>/g],
  ['mention of a role', /<@&\d+>/g],
  ['mention of a channel', /<#\d+>/g],
  ['mention of all', /@(?:everyone|here)\b/g],
  ['mention of a command', /<\/[^<>:]+:\d+>/g],
  ['time stamp', /<t:-?\d+(?::\w)?>/g],
  ['emoji', /<a?:\w+:\d+>/g],
  ['guild navigation', /<id:[^<>]+>/g],
  ['mail or telephone', /<(?:mailto:|tel:|sms:)?[^\s<>@]+@[^\s<>@]+>|<(?:tel|sms):[^<>]+>/gi],
  ['code', /`[^`]+`|```/g],
  ['spoiler', /\|\|[\s\S]+?\|\|/g],
  ['strike', /~~[\s\S]+?~~/g],
  ['underline', /__[\s\S]+?__/g],
  ['italics', /(?<![\p{L}\p{N}_])_(?!_)[^_]+_(?![\p{L}\p{N}_])|\*(?=\S)[^*]+?\*/gu],
  ['bold left open', /\*\*/g],
];

/** Bold is the renderer's, and comes in pairs. */
function markupIn(text: string): string[] {
  const safe = guarded(text)
    .replace(LINK, '$1')
    .replace(AUTOLINK, (address) => address.replace(/[*_~|]/g, ''));
  const withoutBold = safe.replace(/\*\*(?=\S)([^*\n]+?)\*\*/g, '$1');
  const live = LIVE.flatMap(([name, pattern]) => [...withoutBold.matchAll(pattern)].map(([one]) => `${name} ${one}`));
  return [...live, ...safe.split('\n').flatMap(blockMarksIn)].map(unguarded);
}

const OURS = /^(?:#{2,3} |(?: {2})?- |> |-# )/;
const BLOCK = /^\s*(?:#{1,3}\s|[-*]\s|-#\s|\d+\.\s|>{1,3}\s|>>>)/;

/** A line begins with one of the renderer's marks at most, and the text after it with none. */
function blockMarksIn(line: string): string[] {
  const rest = line.replace(OURS, '').replace(/^\*\*/, '');
  return BLOCK.test(rest) ? [`line ${line}`] : [];
}

/** Control, bidirectional, zero-width and tag characters; not the one that Persian needs, nor Arabic signs that are seen. */
const INVISIBLE = /(?![\n\u200c\u0600-\u0605\u06dd\u08e2])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]|\u034f/gu;

function invisibleIn(text: string): string[] {
  const codes = (text.match(INVISIBLE) ?? []).map((one) => one.codePointAt(0)?.toString(16).padStart(4, '0'));
  return codes.map((code) => `invisible U+${code}`);
}
