import type { NumberOrder } from './stated-date.ts';

/** Countries that write the day first, by the ends of their addresses, where English alone does not tell. */
const DAY_FIRST_ENDS = /\.(?:uk|ie|au|nz|za|in|pk|bd|lk|ng|ke|gh|ug|tz|zw|zm|sg|my|hk|mt|jm|eu)$/u;
/** Languages that write numbers with the year first, or either way. */
const OTHER = new Set(['en', 'ja', 'zh', 'ko', 'hu', 'lt', 'fa', 'sv', 'fil', 'und']);

/** Which number of `03/04/2024` is the day on a page, by its language tag and address; undefined where nothing tells. */
export function numberOrderOf(tag: string | undefined, address: string | undefined): NumberOrder | undefined {
  const [, language = '', region = ''] = /^\s*([a-z]{2,3})(?:[-_]([a-z]{2})\b)?/iu.exec(tag?.toLowerCase() ?? '') ?? [];
  if (language === 'en' && (region === 'us' || region === 'ph')) {
    return DAY_FIRST_ENDS.test(URL.parse(address ?? '')?.hostname ?? '') ? undefined : 'month first';
  }
  if (language === 'en' && region !== '' && region !== 'ca') return 'day first';
  if (DAY_FIRST_ENDS.test(URL.parse(address ?? '')?.hostname ?? '')) return 'day first';
  return language === '' || OTHER.has(language) ? undefined : 'day first';
}
