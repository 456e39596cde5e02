import type { EventType } from '../../../src/domain/event.ts';
import type { ActDraft, NumberedPassage } from '../../../src/domain/model.ts';

const verbs: Readonly<Record<string, EventType>> = {
  ...{ attacked: 'ASSAULT', bombed: 'ASSAULT', shelled: 'ASSAULT', struck: 'ASSAULT', hit: 'ASSAULT' },
  ...{ accused: 'ACCUSE', condemned: 'ACCUSE', criticised: 'ACCUSE', blamed: 'ACCUSE' },
  ...{ urged: 'REQUEST', asked: 'REQUEST', threatened: 'THREATEN', warned: 'THREATEN', rejected: 'REJECT' },
  ...{ sanctioned: 'SANCTION', expelled: 'SANCTION', thanked: 'SUPPORT', praised: 'SUPPORT', backed: 'SUPPORT' },
  ...{ met: 'CONSULT', phoned: 'CONSULT', visited: 'CONSULT' },
};

const NAME = "[A-Z][\\p{L}'’-]*[\\p{L}](?: [A-Z][\\p{L}'’-]*[\\p{L}])*";
const ACT = new RegExp(
  `(?:^|[ ,“"])(${NAME}) (?:has |have |had )?(${Object.keys(verbs).join('|')}) (?:on )?(?:the )?(${NAME})`,
  'u',
);

/** NAME verb NAME, once in a sentence; nothing else is seen. */
export function actsIn(sentences: readonly NumberedPassage[]): ActDraft[] {
  return sentences.flatMap(({ id, text }) => {
    const [, actor, verb, target] = ACT.exec(text) ?? [];
    const type = verbs[verb ?? ''];
    if (actor === undefined || verb === undefined || target === undefined || type === undefined) return [];
    return [
      { id, quote: text, type, actors: [actor.replace(/['’]s$/, '')], targets: [target.replace(/['’]s$/, '')], verb },
    ];
  });
}
