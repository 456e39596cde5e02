/** Without what is undefined or null: such a key is to be missing. */
export function present<Values extends object>(values: Values): { [Name in keyof Values]?: NonNullable<Values[Name]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value != null)) as ReturnType<
    typeof present<Values>
  >;
}
