import { type APIModalSubmissionComponent, ComponentType } from 'discord-api-types/v10';

// biome-ignore lint/suspicious/noExplicitAny: components as the bot sent them
type Anything = any;

type Filled = Readonly<Record<string, string | string[]>>;

/** A form's components as they come back. https://discord.com/developers/docs/components/reference */
export function filledIn(components: readonly Anything[], filled: Filled): APIModalSubmissionComponent[] {
  const fields = components.flatMap(({ component }) => (component === undefined ? [] : [component.custom_id]));
  const unknown = Object.keys(filled).filter((name) => !fields.includes(name));
  if (unknown.length > 0) throw new Error(`no field ${unknown} among ${fields}`);
  return components.map((part, at) => componentOf(part, at + 1, filled));
}

/** Labels come back without their words. */
function componentOf({ type, component }: Anything, id: number, filled: Filled): APIModalSubmissionComponent {
  if (type !== ComponentType.Label) return { type, id } as never;
  const field = fieldOf(component, 100 + id, filled[component.custom_id]);
  return { type: ComponentType.Label, id, component: field };
}

function fieldOf(field: Anything, id: number, given: string | string[] | undefined): Anything {
  const known = { type: field.type, id, custom_id: field.custom_id };
  if (field.type === ComponentType.TextInput) return { ...known, value: given ?? field.value ?? '' };
  const chosen = given === undefined ? defaultsOf(field) : [given].flat();
  if (field.type === ComponentType.Checkbox) return { ...known, value: given ? given === 'true' : !!field.default };
  if (field.type === ComponentType.RadioGroup) return { ...known, value: chosen[0] ?? null };
  checkOffered(field, chosen);
  return { ...known, values: chosen };
}

function defaultsOf({ options = [], default_values = [] }: Anything): string[] {
  const preset = default_values.map(({ id }: Anything) => id);
  return preset.length > 0
    ? preset
    : options.filter((option: Anything) => option.default).map(({ value }: Anything) => value);
}

/** Nobody can choose what is not offered. */
function checkOffered({ options, custom_id }: Anything, chosen: readonly string[]): void {
  const offered = options?.map(({ value }: Anything) => value) ?? chosen;
  const strange = chosen.filter((value) => !offered.includes(value));
  if (strange.length > 0) throw new Error(`${custom_id} does not offer ${strange}`);
}
