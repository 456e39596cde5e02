import { firstVerb, type Speech } from './speech-parts.ts';
import { isComma, type Word } from './word.ts';

const BODY =
  /^(army|military|group|alliance|militia|bloc|union|mission|agency|coalition|movement|party|junta|council|ministry|company|charity)$/;

const OFFICE = /^(spokes\w+|commission|commander|leader|chief|president|secretary-general)$/;

/** What could have an office of its own beside the one that acts. */
const OTHERS =
  /^(hospital|agency|company|school|university|party|bank|charity|group|court|ministry|army|militia|union|mission|newspaper|embassy|prison|port|airport|plant|council|government|coalition|alliance|bloc|movement|club|church|mosque|factory|firm|parliament|senate|regiment|battalion|brigade|navy|police|gang|network|team)s?$/;

/** "The bloc will act, its spokesman said": the bloc's. */
export function withOwner(speech: Speech): Speech | undefined {
  const its = speech.speaker.findIndex(({ lower }) => lower === 'its');
  const verb = firstVerb(speech.body, 0);
  const comma = speech.body.findIndex(isComma);
  const subject = speech.body.slice(0, comma > 0 && comma < verb ? comma : verb);
  const own = subject.at(-1);
  if (its < 0 || own === undefined || subject.length > 5) return undefined;
  if (!speech.speaker.slice(its).some(({ lower }) => OFFICE.test(lower))) return undefined;
  const kind = own.unit.name?.kind;
  const isBody =
    BODY.test(own.lower) ||
    kind === 'body' ||
    kind === 'group' ||
    /(army|alliance|front|union|forces?|movement)$/.test(own.lower);
  const isOther = ({ lower, unit }: Word) =>
    OTHERS.test(lower) || unit.name?.kind === 'body' || unit.name?.kind === 'group';
  if (!isBody || speech.body.slice(verb).some(isOther)) return undefined;
  const mark = ownerMark(own);
  const speaker = [...speech.speaker.slice(0, its), ...subject, mark, ...speech.speaker.slice(its + 1)];
  return { ...speech, speaker, self: subject };
}

function ownerMark(word: Word): Word {
  const { name: _name, ...unit } = word.unit;
  return {
    unit: { ...unit, kind: 'word', text: "'s", lower: "'s", lemma: "'s", pos: 'PART' },
    lower: "'s",
    keys: ["'s"],
    form: 'base',
    finite: false,
  };
}
