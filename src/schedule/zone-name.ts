import { DetenteError } from '../errors.ts';

/** Names of IANA for which ICU keeps an older one. https://data.iana.org/time-zones/tzdb/backward */
const renamed: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/** Places that keep what an abbreviation is used for: several where several do. */
const abbreviations: Readonly<Record<string, string>> = {
  est: 'America/New_York',
  edt: 'America/New_York',
  et: 'America/New_York',
  cst: 'America/Chicago or Asia/Shanghai',
  cdt: 'America/Chicago',
  mst: 'America/Denver or America/Phoenix',
  mdt: 'America/Denver',
  pst: 'America/Los_Angeles',
  pdt: 'America/Los_Angeles',
  pt: 'America/Los_Angeles',
  hst: 'Pacific/Honolulu',
  gmt: 'Europe/London, or UTC',
  bst: 'Europe/London or Asia/Dhaka',
  ist: 'Asia/Kolkata, Asia/Jerusalem or Europe/Dublin',
  wet: 'Europe/Lisbon',
  west: 'Europe/Lisbon',
  cet: 'Europe/Berlin',
  cest: 'Europe/Berlin',
  met: 'Europe/Berlin',
  mez: 'Europe/Berlin',
  eet: 'Europe/Athens',
  eest: 'Europe/Athens',
  msk: 'Europe/Moscow',
  pkt: 'Asia/Karachi',
  jst: 'Asia/Tokyo',
  kst: 'Asia/Seoul',
  aest: 'Australia/Sydney or Australia/Brisbane',
};

const MOST_OFFERED = 3;

/**
 * A time zone as IANA spells it, in whatever case it comes: `europe/oslo` is `Europe/Oslo`, an old name the present one.
 * Abbreviations and offsets are refused, though Intl takes some: it reads EST as Panama's time, without summer time.
 * @throws DetenteError `bad-input` with the nearest names
 */
export function parseZone(text: string): string {
  const given = text.trim();
  const name = known(given);
  if (name !== undefined) return name;
  throw new DetenteError('bad-input', `${JSON.stringify(given)} is ${complaint(given)}`);
}

function known(given: string): string | undefined {
  const isPlace = /^(utc|[a-z]{4,}|.+\/.+)$/i.test(given) && placesOf(given) === undefined;
  if (!isPlace) return undefined;
  const present = Object.values(renamed).find((name) => name.toLowerCase() === given.toLowerCase());
  if (present !== undefined) return present;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: given }).resolvedOptions();
    return renamed[timeZone] ?? timeZone;
  } catch {
    return undefined;
  }
}

function placesOf(abbreviation: string): string | undefined {
  const key = abbreviation.toLowerCase();
  return Object.hasOwn(abbreviations, key) ? abbreviations[key] : undefined;
}

function complaint(given: string): string {
  const places = placesOf(given);
  if (places !== undefined) return `an abbreviation, which knows no summer time: name a place, such as ${places}.`;
  if (/^(utc|gmt)? ?[+-]\d/i.test(given))
    return 'an offset, which knows no summer time: name a place, as in Europe/Oslo.';
  const near = nearest(given);
  if (near.length === 0) return 'no time zone: name one by continent and city, as in Asia/Karachi.';
  return `no time zone. Did you mean ${near.join(' or ')}?`;
}

/** The zones of the city that is meant; where there is none, of those that differ in one letter. */
function nearest(given: string): string[] {
  const wanted = cityOf(given.replace(/,.*/, ''));
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')];
  const named = (fits: (city: string) => boolean) =>
    zones
      .map((name) => ({ old: name, present: renamed[name] ?? name }))
      .filter(({ old, present }) => fits(cityOf(old)) || fits(cityOf(present)))
      .map(({ present }) => present)
      .slice(0, MOST_OFFERED);
  const same = named((city) => city === wanted);
  return same.length > 0 ? same : named((city) => isOneOff(city, wanted));
}

function cityOf(zone: string): string {
  const city = zone.split('/').at(-1) ?? zone;
  return city
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}

/** Whether one letter is added, dropped or exchanged, or two neighbours have changed places. */
function isOneOff(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  let [start, end] = [0, 0];
  while (start < shorter && one[start] === other[start]) start += 1;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const [left, right] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  return (
    Math.max(left.length, right.length) <= 1 ||
    (left.length === 2 && left === `${right[1]}${right[0]}` && right.length === 2)
  );
}
