import type { TaskKind } from '../../domain/model.ts';
import { answer } from './answer.ts';
import { events } from './events.ts';
import { judgement } from './judgement.ts';
import type { Prompt } from './prompt.ts';
import { reading } from './reading.ts';
import { translation } from './translation.ts';
import { wording } from './wording.ts';

/** How each kind of work is asked for. */
export const prompts: { readonly [Kind in TaskKind]: Prompt<Kind> } = {
  answer,
  wording,
  translation,
  reading,
  judgement,
  events,
};
