import { ComponentType } from 'discord-api-types/v10';
import { isFit, type Must, partsIn } from './limits.ts';

// biome-ignore lint/suspicious/noExplicitAny: what is checked may be anything
type Anything = any;

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal */
export function checkModal({ title, custom_id, components }: Anything, must: Must): void {
  must(isFit(title, 45), 'modal title of 1 to 45');
  must(isFit(custom_id, 100), 'modal custom_id of 1 to 100');
  must(components.length >= 1 && components.length <= 5, '1 to 5 components of a modal');
  const all = [...partsIn(components)];
  const ids = all.flatMap((part) => (part.custom_id === undefined ? [] : [part.custom_id]));
  must(ids.every((id) => isFit(id, 100)) && new Set(ids).size === ids.length, 'custom_ids of 1 to 100 differ');
  for (const part of all) checks[part.type]?.(part, must);
}

/** https://discord.com/developers/docs/components/reference */
const checks: Readonly<Record<number, (part: Anything, must: Must) => void>> = {
  [ComponentType.Label]: ({ label, description }, must) => {
    must(isFit(label, 45), 'label of 1 to 45');
    must(description === undefined || isFit(description, 100), 'description of 1 to 100');
  },
  [ComponentType.TextInput]: ({ value = '', placeholder = '', max_length = 4_000, min_length = 0, label }, must) => {
    must(value.length <= max_length && max_length <= 4_000, 'value of 4,000 or max_length');
    must(value === '' || value.length >= min_length, 'value of min_length');
    must(placeholder.length <= 100, 'placeholder of 100');
    must(label === undefined, 'a text input in a label has none of its own');
  },
  [ComponentType.StringSelect]: (select, must) => {
    must((select.placeholder ?? '').length <= 150, 'placeholder of 150');
    checkOptions(select, must);
  },
  [ComponentType.RadioGroup]: checkOptions,
  [ComponentType.CheckboxGroup]: checkOptions,
  [ComponentType.TextDisplay]: ({ content }, must) => must(isFit(content, 4_000), 'text of 1 to 4,000'),
};

/** https://discord.com/developers/docs/components/reference#string-select */
function checkOptions({ options, min_values = 1, max_values, type, required = true }: Anything, must: Must): void {
  must(options.length >= 1 && options.length <= 25, '1 to 25 options');
  must((max_values ?? 1) <= options.length && min_values <= (max_values ?? 25), 'no more values than options');
  must(type !== ComponentType.StringSelect || !required || min_values >= 1, 'a required select has a value');
  must(new Set(options.map(({ value }: Anything) => value)).size === options.length, 'values of options differ');
  for (const { label, value, description } of options) {
    must(isFit(label, 100) && isFit(value, 100), 'option of 1 to 100');
    must(description === undefined || isFit(description, 100), 'option description of 1 to 100');
  }
  const chosen = options.filter((option: Anything) => option.default).length;
  must(chosen <= (max_values ?? (type === ComponentType.CheckboxGroup ? 25 : 1)), 'no more defaults than values');
}
