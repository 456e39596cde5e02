import type { Draft, Task, TaskKind } from '../../../src/domain/model.ts';

/** A reply of the form that is asked for. */
export function drafted(drafts: readonly Draft<TaskKind>[]): string {
  return JSON.stringify({ drafts });
}

/** Every text of a task, with the number of the thing that it belongs to, 0 for none. */
export function textsIn(task: Task): { id: number; text: string }[] {
  if (task.kind === 'reading') return [{ id: 0, text: task.question }];
  const question = task.kind === 'answer' ? [{ id: 0, text: task.question }] : [];
  const language = task.kind === 'translation' ? [{ id: 0, text: task.language }] : [];
  return [...question, ...language, ...itemsIn(task).flatMap(({ id, texts }) => texts.map((text) => ({ id, text })))];
}

function itemsIn(task: Exclude<Task, { kind: 'reading' }>): { id: number; texts: readonly string[] }[] {
  if (task.kind === 'wording') return task.statements.map(({ id, text, quotes }) => ({ id, texts: [text, ...quotes] }));
  if (task.kind === 'judgement') return task.claims.map(({ id, text, quotes }) => ({ id, texts: [text, ...quotes] }));
  if (task.kind === 'translation') return task.sentences.map(({ id, text }) => ({ id, texts: [text] }));
  return task.sentences.map(({ id, text, outlet }) => ({ id, texts: outlet === undefined ? [text] : [text, outlet] }));
}
