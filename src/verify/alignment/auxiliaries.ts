import { rootsOf } from '../grammar/licence.ts';
import { isPastForm } from '../grammar/verb-group.ts';
import { BE, isBare, MODAL, SAME, type Word } from './word.ts';

const HAVE = /^(have|has|had|'ve|having)$/;

const DO = /^(do|does|did)$/;

const BETWEEN = /^(not|never|also|already|just|yet|still|since|again|now|recently|long|only|so|far)$/;

/** "has to lay down": the tagger reads a past. */
export function withInfinitives(words: readonly Word[]): Word[] {
  return words.map((word, at) =>
    MODAL.test(words[at - 1]?.lower ?? '') &&
    word.form === 'past' &&
    !/ed$/.test(word.lower) &&
    word.unit.pos === 'VERB'
      ? { ...word, keys: rootsOf(word.lower, word.lower), form: 'base' }
      : word,
  );
}

/** "has completed" and "had completed" are forms of "completed"; what may or will have been stays so. */
export function withoutHave(words: readonly Word[]): Word[] {
  const told: Word[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as Word;
    const verb = HAVE.test(word.lower) && word.lower !== 'having' ? participleAt(words, at + 1) : undefined;
    if (verb === undefined || told.slice(-3).some((one) => MODAL.test(one.lower))) {
      told.push(word);
      continue;
    }
    told.push(...words.slice(at + 1, verb));
    const done = words[verb] as Word;
    const isBe = done.lower === 'been';
    if (isBe && /ing$/.test(words[verb + 1]?.lower ?? '')) {
      told.splice(told.length - (verb - at - 1), 0, word);
      told.push(done);
    } else told.push({ ...done, ...(isBe && { lower: 'was', keys: BE }), form: 'past', finite: true, perfect: true });
    at = verb;
  }
  return told;
}

function participleAt(words: readonly Word[], from: number): number | undefined {
  let at = from;
  while (BETWEEN.test(words[at]?.lower ?? '') || /^(\w{4,}ly)$/.test(words[at]?.lower ?? '')) at += 1;
  const word = words[at];
  if (word === undefined || word.unit.kind !== 'word') return undefined;
  if (word.lower === 'been') return at;
  if (!/VERB|AUX/.test(word.unit.pos)) return /ed$/.test(word.lower) && word.unit.pos === 'ADJ' ? at : undefined;
  return isPastForm(word.unit) || SAME.test(word.lower) ? at : undefined;
}

/** "did not leave": its verb is in the past. "do" alone stays. */
export function withoutDo(words: readonly Word[]): Word[] {
  const told: Word[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as Word;
    let verb = at + 1;
    while (BETWEEN.test(words[verb]?.lower ?? '')) verb += 1;
    const done = words[verb];
    if (!DO.test(word.lower) || done === undefined || !isBare(done) || verb === at + 1) {
      told.push(word);
      continue;
    }
    told.push(...words.slice(at + 1, verb));
    told.push({
      ...done,
      form: word.lower === 'did' ? 'past' : word.lower === 'does' ? 's' : 'base',
      finite: true,
      turned: true,
    });
    at = verb;
  }
  return told;
}
