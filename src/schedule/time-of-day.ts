import { DetenteError } from '../errors.ts';

/**
 * A time of day, `7:00` or `07:00`, as `07:00`.
 * @throws DetenteError `bad-input` that says how to write it; where the text can be understood, with what it means
 */
export function parseTime(text: string): string {
  const given = text.trim();
  const time = /^(\d{1,2}):(\d{2})$/.exec(given);
  const [, hours, minutes] = time ?? [];
  const exact = timeOf(hours, minutes);
  if (exact !== undefined) return exact;
  if (given === '') throw new DetenteError('bad-input', 'A time of day is missing: write it as 07:00.');
  const meant = guess(given.toLowerCase());
  const help = meant ?? '07:00, with an hour from 00 to 23 and two digits for the minutes';
  throw new DetenteError('bad-input', `${JSON.stringify(given)} is no time of day: write it as ${help}.`);
}

const words: Readonly<Record<string, string>> = { noon: '12:00', midday: '12:00', midnight: '00:00' };

/** "7pm", "7:30 p.m.", "12am" */
const halfDay = /^(\d{1,2})(?:[:.]?(\d{2}))? ?([ap])\.?m\.?$/;

/** "7", "0700", "7.30", "7h30", "19h", "7:00:00" */
const wholeDay = /^(\d{1,2})(?:[:.,h ]?(\d{2})(?::\d{2})?|h)?$/;

function guess(text: string): string | undefined {
  if (Object.hasOwn(words, text)) return words[text];
  const [, hour, past, half] = halfDay.exec(text) ?? [];
  if (half !== undefined) {
    const onClock = Number(hour);
    return onClock >= 1 && onClock <= 12 ? timeOf((onClock % 12) + (half === 'p' ? 12 : 0), past) : undefined;
  }
  const [, hours, minutes] = wholeDay.exec(text) ?? [];
  return timeOf(hours, minutes);
}

function timeOf(hours: string | number | undefined, minutes: string | number = 0): string | undefined {
  const [hour, minute] = [Number(hours), Number(minutes)];
  if (!(hour <= 23 && minute <= 59)) return undefined;
  return [hour, minute].map((part) => String(part).padStart(2, '0')).join(':');
}
