import {
  type APIComponentInLabel,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APISelectMenuOption,
  ComponentType,
  SelectMenuDefaultValueType,
  TextInputStyle,
} from 'discord-api-types/v10';
import { type Field, type Form, inert, type Option } from '../../../src/index.ts';
import { cut, escaped } from './escape.ts';
import {
  MOST_INPUT,
  MOST_LABEL,
  MOST_MODAL_COMPONENTS,
  MOST_MODAL_TITLE,
  MOST_OPTION,
  MOST_OPTIONS,
} from './limits.ts';

/** Where a form is opened. */
export interface ModalPlace {
  /** Nobody else is there whom settings could name. */
  readonly direct: boolean;
  /** Whether an id is a role's; else it is a user's. */
  isRole(id: string): boolean;
}

/** A form as a modal; its kind comes back as the custom id. https://discord.com/developers/docs/components/reference#label */
export function modalOf(form: Form, place: ModalPlace): APIModalInteractionResponseCallbackData {
  const fields = form.fields.filter(({ kind }) => !(kind === 'people' && place.direct));
  const room = MOST_MODAL_COMPONENTS - fields.length + 1;
  const labels = fields.flatMap((field) => labelsOf(field, place, room)).slice(0, MOST_MODAL_COMPONENTS);
  const [first, ...rest] = labels;
  const isRoomy = labels.length < MOST_MODAL_COMPONENTS;
  const note = { type: ComponentType.TextDisplay, content: escaped(cut(form.note, MOST_INPUT / 2)) } as const;
  const noted = first && !isRoomy ? { ...first, description: cut(form.note, MOST_OPTION) } : first;
  return {
    custom_id: form.kind,
    title: cut(form.title, MOST_MODAL_TITLE),
    components: [...(isRoomy ? [note] : []), ...(noted ? [noted] : []), ...rest],
  };
}

/** One label for a field; for a choice among many as many as there is room for, of which one is chosen. */
function labelsOf(field: Field, place: ModalPlace, room: number): APILabelComponent[] {
  const parts = field.kind === 'choice' ? chunks(field.options.filter(fits)) : [];
  const isListed = field.kind === 'choice' && (field.value === undefined || fits({ value: field.value, label: '' }));
  if (field.kind !== 'choice' || !isListed || parts.length > room || parts.length === 0)
    return [labelled(field.label, inputOf(field, place))];
  return parts.map((options, at) => {
    const name = at === 0 ? field.name : `${field.name}.${at + 1}`;
    const label = at === 0 ? field.label : `${field.label} (${at + 1})`;
    return labelled(label, menuOf(name, options, field.value));
  });
}

function labelled(label: string, component: APIComponentInLabel): APILabelComponent {
  return { type: ComponentType.Label, label: cut(label, MOST_LABEL), component };
}

function inputOf(field: Field, place: ModalPlace): APIComponentInLabel {
  const custom_id = field.name;
  switch (field.kind) {
    case 'choices': {
      const options = field.options.filter(fits).slice(0, MOST_OPTIONS);
      const chosen = options.map((option) => optionOf(option, field.values.includes(option.value)));
      return { type: ComponentType.StringSelect, custom_id, ...several(options.length), options: chosen };
    }
    case 'people':
      return {
        type: ComponentType.MentionableSelect,
        custom_id,
        ...several(MOST_OPTIONS),
        default_values: field.values.slice(0, MOST_OPTIONS).map((id) => ({
          id,
          type: place.isRole(id) ? SelectMenuDefaultValueType.Role : SelectMenuDefaultValueType.User,
        })),
      };
    case 'time':
      return { ...textInput(custom_id, field.value), placeholder: '07:00', max_length: 5 };
    case 'text':
      return { ...textInput(custom_id), style: TextInputStyle.Paragraph, max_length: MOST_INPUT };
    case 'choice':
      return textInput(custom_id, field.value);
  }
}

function several(most: number) {
  return { min_values: 0, max_values: most, required: false };
}

function textInput(custom_id: string, value?: string) {
  const filled = value === undefined || value === '' ? {} : { value: cut(value, MOST_INPUT) };
  return { type: ComponentType.TextInput, style: TextInputStyle.Short, custom_id, required: false, ...filled } as const;
}

function menuOf(custom_id: string, options: readonly Option[], value?: string): APIComponentInLabel {
  const listed = options.map((option) => optionOf(option, option.value === value));
  return { type: ComponentType.StringSelect, custom_id, required: false, options: listed };
}

function chunks(options: readonly Option[]): Option[][] {
  return Array.from({ length: Math.ceil(options.length / MOST_OPTIONS) }, (_, at) =>
    options.slice(at * MOST_OPTIONS, (at + 1) * MOST_OPTIONS),
  );
}

function fits({ value }: Option): boolean {
  return value !== '' && value.length <= MOST_OPTION;
}

/** A label that is too long goes on in the description. */
function optionOf({ value, label }: Option, isChosen: boolean): APISelectMenuOption {
  const text = inert(label);
  const first = cut(text, MOST_OPTION);
  const rest = text.length > MOST_OPTION ? text.slice(first.length - 1).trim() : '';
  return {
    value,
    label: first,
    ...(rest !== '' && { description: cut(rest, MOST_OPTION) }),
    ...(isChosen && { default: true }),
  };
}

/** What was filled in, by the names of the fields; of a choice in several parts what was chosen in any. */
export function filledIn(fields: Iterable<readonly [string, unknown]>): Record<string, string> {
  const filled: Record<string, string> = {};
  for (const [id, value] of fields) {
    const name = id.split('.', 1)[0] ?? id;
    filled[name] ||= Array.isArray(value) ? value.join(',') : typeof value === 'string' ? value : '';
  }
  return filled;
}
