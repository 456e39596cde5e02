import { denied, isBare, made, type Word } from './word.ts';

/** "failed to agree" as "not agreed", "at no time" as "never", "agreed to no truce" as "not agreed to any truce". */
export function withDenials(words: readonly Word[]): Word[] {
  const told: Word[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as Word;
    const [next, third] = [words[at + 1], words[at + 2]];
    if (
      /^(failed|fails|fail)$/.test(word.lower) &&
      next?.lower === 'to' &&
      third !== undefined &&
      isBare(third) &&
      !denied(told)
    ) {
      told.push(made(word, 'not'), {
        ...third,
        form: word.form === 'same' ? 'past' : word.form,
        finite: word.finite,
        turned: true,
      });
      at += 2;
    } else if (word.lower === 'at' && next?.lower === 'no' && /^(time|point|stage)$/.test(third?.lower ?? '')) {
      told.push(made(word, 'never'));
      at += 2;
    } else told.push(word);
  }
  return withoutNo(told);
}

const PREPOSITION = /^(to|on|in|for|with|of|at|by|from|into|about)$/;

const ANY: Readonly<Record<string, string>> = { no: 'any', none: 'any', nothing: 'anything', nobody: 'anybody' };

/** "made no progress" as "not made any progress"; only right behind the verb, where nothing else is denied. */
function withoutNo(words: readonly Word[]): Word[] {
  const told = [...words];
  for (let at = 1; at < told.length; at += 1) {
    const word = told[at] as Word;
    const any = ANY[word.lower];
    if (any === undefined || /^(longer|doubt|matter|less|fewer|more|sooner)$/.test(told[at + 1]?.lower ?? '')) continue;
    const verb = PREPOSITION.test(told[at - 1]?.lower ?? '') ? at - 2 : at - 1;
    const act = told[verb];
    if (act === undefined || act.unit.kind !== 'word' || !/VERB|AUX/.test(act.unit.pos) || act.form === 'ing') continue;
    const start = told.slice(0, verb).findLastIndex((one) => /^(and|but|that|,)$/.test(one.lower));
    if (told.slice(start + 1, verb).some(({ lower }) => /^(not|never|no|without|neither|nor)$/.test(lower))) continue;
    told[at] = made(word, any);
    told.splice(act.lower === 'was' || act.unit.pos === 'AUX' ? verb + 1 : verb, 0, made(act, 'not'));
    at += 1;
  }
  return told;
}

const TO_DO = /^(refused|declined|refuses|declines|refuse|decline)$/;

/** A source as it stands, and with what somebody refused to do as not done, and as what they would not do. */
export function readingsOf(words: readonly Word[]): (readonly Word[])[] {
  const at = words.findIndex(({ lower }, index) => TO_DO.test(lower) && words[index + 1]?.lower === 'to');
  const [refused, act] = [words[at], words[at + 2]];
  if (refused === undefined || act === undefined || !isBare(act) || denied(words.slice(0, at))) return [words];
  const [before, after] = [words.slice(0, at), words.slice(at + 3)];
  const not = made(refused, 'not');
  const done: Word = { ...act, form: refused.form, finite: true, turned: true };
  return [words, [...before, not, done, ...after], [...before, made(refused, 'would'), not, act, ...after]];
}
