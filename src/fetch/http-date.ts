const forms = [
  /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/,
  /^[A-Z][a-z]{5,8}, \d{2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}:\d{2} GMT$/,
];
/** Of C's `asctime`, without a zone. */
const oldest = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/;

/**
 * Epoch milliseconds of a date in a header, in any of its three forms; undefined where it is none.
 * https://www.rfc-editor.org/rfc/rfc9110#name-date-time-formats
 */
export function httpDate(text: string): number | undefined {
  const zoned = oldest.test(text) ? `${text} GMT` : text;
  if (zoned === text && !forms.some((form) => form.test(text))) return undefined;
  const at = Date.parse(zoned);
  return Number.isNaN(at) ? undefined : at;
}
