import type { Mention } from '../../src/domain/mention.ts';
import { readArticle } from '../../src/events/extract.ts';

/** The acts that a text tells of, each as `TYPE actors > targets (status) [speaker]`; "reported" is left out. */
export function actsIn(text: string): string[] {
  return mentionsIn(text).map(told);
}

export function mentionsIn(text: string, id = 'a'): readonly Mention[] {
  return readArticle({ id, text, bodyStart: 0, language: 'en' }).mentions;
}

function told(mention: Mention): string {
  const { type, actors, targets, status, speaker } = mention;
  return [
    `${type} ${actors.join(' & ')}`,
    targets.length > 0 && `> ${targets.join(' & ')}`,
    status !== 'reported' && `(${status})`,
    speaker !== undefined && `[${speaker}]`,
  ]
    .filter(Boolean)
    .join(' ');
}
