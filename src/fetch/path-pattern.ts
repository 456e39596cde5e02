/** Nearly all: they need no second look. */
const plain = /^[\x21-\x24\x26-\x7e]*$/;

/**
 * A path as paths are compared: what can be written plainly is, and everything else in one spelling.
 * https://www.rfc-editor.org/rfc/rfc9309#section-2.2.2
 */
export function comparable(path: string): string {
  if (plain.test(path)) return path;
  return path
    .replace(/%[0-9a-f]{2}/gi, (code) => {
      const sign = String.fromCharCode(Number.parseInt(code.slice(1), 16));
      return /[\w.~-]/.test(sign) ? sign : code.toUpperCase();
    })
    .toWellFormed()
    .replace(/[^\x21-\x7e]+/g, encodeURIComponent);
}

/** As `comparable`, of a path that is asked for: in it the signs of patterns mean themselves. */
export function askedPath({ pathname, search }: URL): string {
  return comparable(pathname + search)
    .replaceAll('*', '%2A')
    .replaceAll('$', '%24');
}

/** Whether a path fits a pattern without `*` in a row. Each part is looked for once, from the left. */
export function fits(path: string, pattern: string): boolean {
  const isWhole = pattern.endsWith('$');
  const [start = '', ...parts] = (isWhole ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(start)) return false;
  const end = isWhole ? parts.pop() : undefined;
  let at = start.length;
  for (const part of parts) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  if (!isWhole) return true;
  return end === undefined ? path.length === at : path.length - end.length >= at && path.endsWith(end);
}
