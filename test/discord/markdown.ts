/*
 * Discord's Markdown taken off. https://support.discord.com/hc/en-us/articles/210298617
 */

/** Where escaped signs are kept while others are looked for: a plane that no text uses. */
const KEPT = 0xf_0000;

/** A backslash makes the ASCII punctuation after it plain. */
export function guarded(text: string): string {
  const kept = (_: string, sign: string): string => String.fromCodePoint(KEPT + sign.charCodeAt(0));
  return text.replace(/\\([!-/:-@[-`{-~])/g, kept);
}

export function unguarded(text: string): string {
  return text.replace(/[\u{f0000}-\u{f007f}]/gu, (sign) => String.fromCharCode((sign.codePointAt(0) ?? 0) - KEPT));
}

/** A masked link: its text, and its address in angle brackets or bare. */
export const LINK =
  /\[((?:[^[\]]|\[[^[\]]*\])+)\]\(\s*(?:<((?:https?|discord|steam|mailto|tel|sms):[^<>\s]+)>|((?:https?|discord|steam|mailto|tel|sms):(?:[^\s()<>]|\([^\s()]*\))+))(?:\s+"[^"]*")?\s*\)/giu;

/** An address in angle brackets is taken whole: no sign in it makes markup. */
export const AUTOLINK = /<(https?:\/\/[^\s<>]+)>/gi;

const BARE =
  /(?:https?|discord|steam):\/\/[^\s<>]+|(?<![\w.@/])(?:www\.)?discord(?:app)?\.(?:gg|com\/invite)\/[^\s<>]+/giu;

/** Addresses that become links by themselves, without the punctuation after them. */
export function bareLinksIn(safe: string): string[] {
  return (safe.match(BARE) ?? []).map((url) => unguarded(url).replace(/[.,:;!?"'\]]+$|(?<=^[^(]*)\)+$/g, ''));
}

/** Signs in pairs that change the look of what is between them. */
const PAIRS: readonly RegExp[] = [
  /```(?:\w+\n)?([\s\S]+?)```/g,
  /`([^`]+)`/g,
  /\*\*(?=\S)([\s\S]+?)\*\*/g,
  /__([\s\S]+?)__/g,
  /~~([\s\S]+?)~~/g,
  /\|\|([\s\S]+?)\|\|/g,
  /\*(?=\S)([^*]+?)\*/g,
  /(?<![\p{L}\p{N}_])_([^_]+)_(?![\p{L}\p{N}_])/gu,
];

/** The words as a reader sees them. */
export function plainText(markdown: string): string {
  const words = guarded(markdown).replace(LINK, '$1').replace(AUTOLINK, '$1').split('\n').map(withoutMark).join('\n');
  return unguarded(PAIRS.reduce((text, pair) => text.replace(pair, '$1'), words));
}

/** Quotes may hold headings and lists. */
function withoutMark(line: string): string {
  return line.replace(/^(?:>>> |> )?\s*(?:[-*] )?(?:-# |#{1,3} )?/, '');
}
