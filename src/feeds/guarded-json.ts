/** Levels of objects and lists. A JSON Feed has four. */
const MAX_DEPTH = 64;

/** A JSON value, or the reason why it is not read. */
export function parsedJson(text: string): { readonly json: unknown } | { readonly rejected: string } {
  if (isTooDeep(text)) return { rejected: `the document's JSON is nested more than ${MAX_DEPTH} deep` };
  try {
    return { json: JSON.parse(text) };
  } catch {
    return { rejected: 'the document is no valid JSON' };
  }
}

/** Whether brackets are nested deeper than data for readers are: a parser keeps a place in mind for each. */
export function isTooDeep(text: string): boolean {
  return depthOf(text) > MAX_DEPTH;
}

/** How deep brackets are nested outside of strings; counted no further than the limit. */
function depthOf(text: string): number {
  let [depth, deepest] = [0, 0];
  for (let at = 0; at < text.length && deepest <= MAX_DEPTH; at += 1) {
    const sign = text[at];
    if (sign === '"') at = stringEnd(text, at + 1);
    else if (sign === '{' || sign === '[') deepest = Math.max(deepest, ++depth);
    else if (sign === '}' || sign === ']') depth -= 1;
  }
  return deepest;
}

function stringEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
  }
  return text.length;
}
