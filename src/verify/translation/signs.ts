import type { Language, Marker } from '../../text/languages/language.ts';

/** Whether an English sentence says something: surely, surely not, or in words of which either may come. */
type Said = 'yes' | 'no' | 'open';

interface EnglishSign {
  readonly certain: RegExp;
  /** Words that other languages put with or without the sign. */
  readonly open: RegExp;
}

const NEGATION: EnglishSign = {
  certain: /\b(?:not|no|never|none|nobody|nothing|neither|nor|cannot)\b|n['’]t\b/i,
  open: /\b(?:without|un(?:known|clear|confirmed|answered|reported|resolved|verified|likely|able|changed|stated|decided)|den(?:y|ied|ies|ying)|denials?|refus\w+|reject\w+|declin\w+|fail\w*|lack\w*|absen\w+|disagree\w*|only|except|unless|until|hardly|few|stop\w*|end(?:ed|s|ing)?|ceas\w+|halt\w*|avoid\w*|prevent\w*|bans?|banned|barred|withh\w+|non-\w+)\b/i,
};
const POSSIBLE: EnglishSign = {
  certain: /\b(?:might|could|may)\b/,
  open: /\b(?:can|cannot|possibl\w+|potential\w*|perhaps|likely|probabl\w*|if|whether|would|expected|seem\w*|appear\w*|suggest\w*|allow\w*|able|capable|risk\w*|enabl\w+)\b/i,
};
const PLANNED: EnglishSign = {
  certain:
    /\b(?:will|shall|plan(?:s|ned|ning)? to|(?:was|were|is|are) (?:expected|due|set|about|going|planned|scheduled) to|(?:was|were|is|are) to (?=[a-z])|intend(?:s|ed)? to|going to)\b/,
  open: /\b(?:would|plan\w*|expect\w*|intend\w*|promis\w+|vow\w*|pledg\w+|ready|readiness|prepar\w+|propos\w+|offer\w*|future|next|tomorrow|schedul\w+|hop(?:e|es|ed|ing)|want\w*|threat\w*|agree\w*|commitment|commit\w*|due|until|if|urg\w+|call\w*|demand\w*|invit\w+|should|must|might|may|could|whether|when|after|before|decid\w+|aim\w*|seek\w*|sought)\b/,
};
const MUST: EnglishSign = {
  certain: /\b(?:must|should|ought to|ha(?:s|ve|d) to|needs? to|needed to|required to|obliged to)\b/,
  open: /\b(?:urg\w+|call\w*|demand\w*|require\w*|need\w*|necessar\w+|shall|order\w*|want\w*|told|ask\w*|insist\w*|(?:was|were|is|are) to)\b/,
};

function said(text: string, { certain, open }: EnglishSign): Said {
  if (certain.test(text)) return 'yes';
  return open.test(text) ? 'open' : 'no';
}

function isFaithful(english: Said, translated: string, { shown, certain }: Marker): boolean {
  if (english === 'yes') return shown.test(translated);
  return english === 'open' || !certain.test(translated);
}

/** What a translation denies, weakens or puts off that the sentence does not, or the other way round. */
export function faultOfSigns(
  english: string,
  translated: string,
  language: Language,
): 'negation' | 'modality' | undefined {
  const text = written(translated);
  const negation = { shown: language.negation, certain: language.negation };
  if (!isFaithful(said(english, NEGATION), text, negation)) return 'negation';
  const pairs = [
    [POSSIBLE, language.possible],
    [PLANNED, language.planned],
    [MUST, language.must],
  ] as const;
  return pairs.every(([sign, marker]) => isFaithful(said(english, sign), text, marker)) ? undefined : 'modality';
}

/** Without the marks over and under letters that Arabic and Hebrew may be written with. */
function written(text: string): string {
  return text.normalize('NFC').replace(/[\u064b-\u0652\u0670\u0640\u05b0-\u05c7]/gu, '');
}
