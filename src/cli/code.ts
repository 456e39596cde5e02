import { codeSentence } from '../events/code.ts';
import { answerLines } from './batch.ts';
import { idOf, optionalDayOf, optionalTextOf, textOf } from './fields.ts';

/** Codes the event of each sentence; needs no archive. */
export function codeBatch(path: string): Promise<number> {
  return answerLines(path, (line) => {
    const source = optionalTextOf(line, 'source');
    const target = optionalTextOf(line, 'target');
    const date = optionalDayOf(line, 'date');
    const id = idOf(line);
    const sentence = textOf(line, 'sentence');
    const coded = codeSentence({
      sentence,
      ...(source && { source }),
      ...(target && { target }),
      ...(date && { date }),
    });
    return { id, ...coded };
  });
}
