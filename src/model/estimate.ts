import type { ModelUse, Task, TaskKind } from '../domain/model.ts';
import { documentOf } from './given.ts';
import { prompts } from './prompts/prompts.ts';

/** English has about four; a reservation is better too large than too small. */
const SIGNS_A_TOKEN = 3;

/** Tokens that all but a few replies stay below, thoughts included. The server is told to end at 8,000 (`openai.ts`). */
const MOST_OUTPUT: Readonly<Record<TaskKind, number>> = {
  answer: 3_000,
  wording: 3_000,
  translation: 4_000,
  reading: 1_000,
  judgement: 1_000,
  events: 4_000,
};

/** What a call may take, reckoned before it is made. */
export function estimateOf(task: Task): ModelUse {
  const { system, schema } = prompts[task.kind];
  const signs = system.length + JSON.stringify(schema).length + documentOf(task).length;
  return {
    inputTokens: Math.ceil(signs / SIGNS_A_TOKEN),
    outputTokens: MOST_OUTPUT[task.kind],
    estimated: true,
  };
}
