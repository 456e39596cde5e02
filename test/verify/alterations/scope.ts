import { type Change, capitalised, oneOf } from './text.ts';

const number =
  '(?=(?:\\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirty|forty|fifty|sixty|seventy|ninety|half|seven|one third|a dozen|several)\\b|\\d)';

const hedges: readonly (readonly [RegExp, string])[] = [
  [
    new RegExp(
      `\\b(?:at least|up to|about|nearly|almost|more than|around|roughly|some|close to|an estimated|over) ${number}`,
    ),
    '',
  ],
  [/\bmore than (?=a dozen)/, ''],
  [/\b(?:reportedly|allegedly|apparently) /, ''],
  [/\balleged (?=abuses)/, ''],
  [
    /\b(?:calling them|what it called|what it described as|what Tehran described as|what the army command called) (?=[a-z])/,
    '',
  ],
  [/\bonly (?=if\b)/, ''],
  [/\bas soon as possible\b/, 'by Sunday'],
];

/** A hedge left out: "at least 35" as "35", "what it called disinformation" as "disinformation". */
export const hedgeDropped: Change = ({ text }, random) => {
  const shorter = oneOf(text, hedges, random);
  return shorter && capitalised(shorter);
};

const wider: readonly (readonly [RegExp, string])[] = [
  [/\bsome of which\b/, 'all of which'],
  [/\bone of the\b/, 'all of the'],
  [/\bone of which\b/, 'both of which'],
  [/\bone of (?=them|its)/, 'all of '],
  [/\bone of (?=two|three)/, 'all '],
  [/\bmost of them\b/, 'all of them'],
  [/\bmost of (its|the)\b/, 'all of $1'],
  [/\bsome of (its|the)\b/, 'all of $1'],
  [/\b(?:several|a few|many|dozens of|hundreds of) (?=[a-z])(?!thousand|other)/, 'all '],
  [/\bthousands of\b/, 'millions of'],
  [/\bthousands more\b/, 'millions more'],
  [/\bhalf of\b/, 'all of'],
  [/\bclose to half of\b/, 'all of'],
  [/\bparts? of (?=two|its|the)/, 'all of '],
  [/\bmost serious and realistic\b/, 'only'],
  [/\b(?:some|certain) (?=analysts|forces|officials)/, 'all '],
  [
    /\ba (?=diplomat|police officer|local official|rebel spokesman|public prosecutor|senior official|resident|witness)/,
    'every ',
  ],
  [/\b(?:two|three) (?=residents|witnesses|diplomats|officials|officers|Indian officials|US officials)/, 'all '],
  [/\b(?:two|three|four|five|six|seven|nine|eleven|\d\d?) of (?=[a-z])/, 'all of '],
  [/\b(?:two|three|four|five|six) other (?=[a-z])/, 'all other '],
  [/\bin (?:three|two|several) (?=provinces|districts|municipalities)/, 'in all '],
  [/\bthe northern part of\b/, 'all of'],
  [
    /\b(?:two|three|four|five) (?=Afghan provinces|villages|camps|northern districts|border crossings|additional border|broadcasters|friction points|municipal offices|large prisons)/,
    'all ',
  ],
  [/\bnorthern (?=Syria|Israel|Mali|Kosovo|Mozambique)/, 'all of '],
  [/\b(?:southern|north-western|north-eastern) (?=Syria|Lebanon)/, 'all of '],
  [/\bfor (?:three|six|two) (weeks|months|years)\b/, 'for ever'],
  [/\bby (?:six months|one year|two days|90 days)\b/, 'without limit'],
  [/\bfor most civilians\b/, 'for everybody'],
];

/** The part told as the whole: "some" as "all", "one of" as "all of", a period as for ever. */
export const scopeChanged: Change = ({ text }, random) => {
  const other = oneOf(text, wider, random);
  return other && capitalised(other);
};

const reversed: readonly (readonly [RegExp, string])[] = [
  [/\b(shortly |hours |days |weeks |months |years )?after\b/, '$1before'],
  [/\b(shortly |hours |days )?before\b/, '$1after'],
  [/\bfollowing\b/, 'ahead of'],
  [/\bbecause of\b/, 'in spite of'],
  [/\bbecause\b(?! of)/, 'although'],
  [/\balthough\b/, 'because'],
  [/\bdespite\b/, 'because of'],
  [/\bunless\b/, 'even if'],
  [/\bif\b/, 'unless'],
  [/\bin response to\b/, 'ahead of'],
  [/\bin retaliation for\b/, 'ahead of'],
  [/\bsince (?=[A-Z]|the|early|a)/, 'until '],
  [/\buntil\b/, 'since'],
  [/\bfor the first time\b/, 'for the last time'],
  [/\bciting\b/, 'ignoring'],
  [/\b(prompting|triggering) (protests[^,.]*)/, 'ending $2'],
  [/\bfrom (Turkey|South Korea|Russia|Israel|Chad|the town|North Kivu|Egypt|Iran)\b/, 'to $1'],
  [/\bsouth of\b/, 'north of'],
  [/\bnorth of\b/, 'south of'],
  [/\bfrom (\S+ \S+) to (\S+(?: \S+)?)/, 'from $2 to $1'],
  [/\b(\S+) votes to ([^\s,.]+)/, '$2 votes to $1'],
  [/\bby ([\d.]+) (kg|kilograms) to ([\d.]+) (?:kg|kilograms)/, 'by $3 $2 to $1 $2'],
  [/\binside\b/, 'outside'],
];

/** Before and after, cause and effect, or from and to exchanged. */
export const orderExchanged: Change = ({ text }, random) => {
  const other = oneOf(text, reversed, random);
  return other && capitalised(other);
};
