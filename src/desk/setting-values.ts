import { situationNamed } from '../brief/situation.ts';
import { everyDay, isDay, weekdayNames } from '../domain/day.ts';
import { DetenteError } from '../errors.ts';
import { parseTime } from '../schedule/time-of-day.ts';
import { parseZone } from '../schedule/zone-name.ts';
import { isEnglish, languageNamed } from '../text/languages.ts';
import type { BotParts } from './desk.ts';

/** Stands for the situation that the archive is most about. */
export const AUTO = 'auto';

/** Stands for a schedule beside those that there are. */
export const NEW = 'new';

type Known = Pick<BotParts, 'situations' | 'definitions' | 'languages'>;

/**
 * A setting as it was typed or filled in, in the form in which it is kept. An empty text takes the setting away.
 * @throws DetenteError `bad-input` with what the setting takes
 */
export function checkedValue(known: Known, name: string, raw: string): string {
  const value = raw.trim();
  const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
  if (check === undefined)
    throw new DetenteError(
      'bad-input',
      `There is no setting ${JSON.stringify(name)}: there are ${Object.keys(checks).join(', ')}.`,
    );
  return value === '' ? '' : check(value, known);
}

const checks: Readonly<Record<string, (value: string, known: Known) => string>> = {
  situation: (value, { situations = [] }) => {
    if (value === AUTO) return '';
    return situations.find((name) => name.toLowerCase() === value.toLowerCase()) ?? situationNamed(value).name;
  },
  time: parseTime,
  zone: parseZone,
  quiet: (value) => {
    const days = value.toLowerCase().split(/[\s,]+/);
    const unknown = days.find((day) => !Object.hasOwn(weekdayNames, day));
    if (unknown !== undefined) throw wrong(unknown, `a day: write quiet days as sat,sun, of ${everyDay.join(', ')}`);
    if (new Set(days).size === everyDay.length)
      throw new DetenteError('bad-input', 'No day is left to post on: take the time away instead (time=).');
    return days.join(',');
  },
  managers: (value) => {
    if (!/^[\w-]+(,[\w-]+)*$/.test(value)) throw wrong(value, 'a list of user ids');
    return value;
  },
  language: languageCode,
  definition: definitionNamed,
  weekend: definitionNamed,
  pause: (value) => {
    if (!isDay(value)) throw wrong(value, 'a day: write the first day on which it posts again, as 2024-12-27');
    return value;
  },
  brief: (value) => {
    if (value !== NEW && !/^[1-9]\d?$/.test(value)) throw wrong(value, 'a brief: write its number, or new');
    return value;
  },
};

/** English takes the setting away: nothing has to be translated. */
function languageCode(value: string, { languages }: Known): string {
  if (isEnglish(value)) return '';
  if (languages === undefined)
    throw new DetenteError('bad-input', 'A language needs a language model: set OPENAI_API_KEY or OPENAI_BASE_URL.');
  const code = languageNamed(value)?.code;
  if (code !== undefined && languages.includes(code)) return code;
  throw wrong(value, `a language I can write: there are en, ${languages.join(', ')}, or their names`);
}

function definitionNamed(value: string, { definitions }: Known): string {
  if (definitions === undefined || definitions.includes(value)) return value;
  throw wrong(value, `a kind of brief: there are ${definitions.join(', ')}`);
}

function wrong(value: string, what: string): DetenteError {
  return new DetenteError('bad-input', `${JSON.stringify(value)} is not ${what}.`);
}
