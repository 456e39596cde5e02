import type { IsoDate } from '../domain/article.ts';
import type { Page } from './page-element.ts';
import { dateOfValue } from './stated-date.ts';

/** Keys of an application's state that hold the day of publication. */
const PUBLISHED =
  /["']?\b(?:date_?published|published_?(?:at|date|time|on)|publish_?(?:date|time|ed)|publication_?date(?:time)?|pub_?date|first_?published(?:_?at|_?date)?|original_?publish(?:ed)?_?date|display_?date|date_?published_?gmt)\b\\?["']?\s*[:=]\s*\\?["']?([^"'\\,}<]{8,40})/giu;
/** Scripts are long; what stands later belongs to other stories. */
const LOOKED_AT = 400_000;
const MOST_SCRIPTS = 60;

/**
 * The day of publication in the state that a page's scripts carry: taken where all that is stated there is one day,
 * since a state often holds other stories too.
 */
export function dateInState(page: Page, now: number): IsoDate | undefined {
  const days = new Set<IsoDate>();
  let looked = 0;
  for (const script of [...page.querySelectorAll('script')].slice(0, MOST_SCRIPTS)) {
    if (/ld\+json/u.test(script.getAttribute('type') ?? '') || script.getAttribute('src') !== null) continue;
    const text = (script.textContent ?? '').slice(0, LOOKED_AT - looked);
    looked += text.length;
    for (const [, value = ''] of text.matchAll(PUBLISHED)) {
      const day = dateOfValue(/^\d{10,13}/u.exec(value)?.[0] ?? value, now);
      if (day !== undefined) days.add(day);
    }
  }
  return days.size === 1 ? [...days][0] : undefined;
}
