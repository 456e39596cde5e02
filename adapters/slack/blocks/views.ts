import type { types } from '@slack/bolt';
import { z } from 'zod';
import { type Field, type Form, inert, type Option, type Reply } from '../../../src/index.ts';
import type { Render } from '../render.ts';
import { MOST_INPUT, MOST_MODAL_TITLE, MOST_OPTION_TEXT, MOST_OPTION_VALUE, MOST_OPTIONS } from './limits.ts';
import { cut, plainText } from './rich-text.ts';

/** The home tab: one page, so what does not fit is left out. Its buttons act on the user's direct messages. */
export function homeView(reply: Reply, channel: string, render: Render): types.HomeView {
  return { type: 'home', private_metadata: channel, blocks: render(reply)[0].blocks };
}

/** A form as a modal; `context` comes back with what is filled in. */
export function modalView(form: Form, context: string): types.ModalView {
  return {
    type: 'modal',
    callback_id: form.kind,
    private_metadata: context,
    title: plainText(cut(form.title, MOST_MODAL_TITLE)),
    submit: plainText(cut(form.submit, MOST_MODAL_TITLE)),
    close: plainText('Cancel'),
    blocks: [{ type: 'section', text: plainText(cut(form.note, MOST_INPUT)) }, ...form.fields.map(inputOf)],
  };
}

function inputOf(field: Field): types.InputBlock {
  const label = plainText(cut(field.label, MOST_OPTION_TEXT));
  return { type: 'input', block_id: field.name, label, optional: field.kind !== 'choice', element: elementOf(field) };
}

function elementOf(field: Field): types.InputBlock['element'] {
  const action_id = field.name;
  switch (field.kind) {
    case 'choice':
      return menuOf(field);
    case 'choices': {
      const options = field.options.filter(fits).map(optionOf);
      const chosen = options.filter(({ value }) => field.values.includes(value ?? ''));
      return { type: 'checkboxes', action_id, options, ...(chosen.length > 0 && { initial_options: chosen }) };
    }
    case 'time':
      return { type: 'timepicker', action_id, ...(field.value && { initial_time: field.value }) };
    case 'people':
      return {
        type: 'multi_users_select',
        action_id,
        ...(field.values.length > 0 && { initial_users: [...field.values] }),
      };
    case 'text':
      return { type: 'plain_text_input', action_id, multiline: true, max_length: MOST_INPUT };
  }
}

function menuOf(field: Extract<Field, { kind: 'choice' }>): types.StaticSelect {
  const fitting = field.options.filter(fits);
  const chosen = fitting.find(({ value }) => value === field.value);
  const initial = chosen && { initial_option: optionOf(chosen) };
  const base = { type: 'static_select', action_id: field.name, ...initial } as const;
  if (fitting.length <= MOST_OPTIONS && fitting.every(({ group }) => group === undefined))
    return { ...base, options: fitting.map(optionOf) };
  return { ...base, option_groups: groupsOf(fitting).slice(0, MOST_OPTIONS) };
}

/** Options by their groups; a group that is too long goes on in another of the same name. */
function groupsOf(options: readonly Option[]) {
  const grouped = Map.groupBy(options, ({ group }) => group ?? '–');
  return [...grouped].flatMap(([name, own]) => {
    const chunks = Array.from({ length: Math.ceil(own.length / MOST_OPTIONS) }, (_, at) =>
      own.slice(at * MOST_OPTIONS, (at + 1) * MOST_OPTIONS),
    );
    return chunks.map((chunk) => ({ label: plainText(cut(name, MOST_OPTION_TEXT)), options: chunk.map(optionOf) }));
  });
}

function fits({ value }: Option): boolean {
  return value !== '' && value.length <= MOST_OPTION_VALUE;
}

function optionOf({ value, label }: Option): types.PlainTextOption {
  return { text: plainText(cut(inert(label), MOST_OPTION_TEXT)), value };
}

const option = z.object({ value: z.string().optional() });

const inputValue = z.object({
  value: z.string().nullish(),
  selected_option: option.nullish(),
  selected_options: z.array(option).optional(),
  selected_time: z.string().nullish(),
  selected_users: z.array(z.string()).optional(),
});

/** What Slack reports of the inputs of a modal, by block and action. https://docs.slack.dev/reference/views#submission */
export const viewValues = z.record(z.string(), z.record(z.string(), inputValue));

/** What was filled in, by the names of the fields. */
export function filledIn(values: z.infer<typeof viewValues>): Record<string, string> {
  const fields = Object.values(values).flatMap((block) => Object.entries(block));
  return Object.fromEntries(fields.map(([name, input]) => [name, textOf(input)]));
}

function textOf(input: z.infer<typeof inputValue>): string {
  const { value, selected_option, selected_options, selected_time, selected_users } = input;
  if (selected_options !== undefined) return selected_options.map((option) => option.value ?? '').join(',');
  return value ?? selected_option?.value ?? selected_time ?? selected_users?.join(',') ?? '';
}
