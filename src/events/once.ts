/** A value made when it is first asked for: most sentences tell of no act, so that most of what acts need is not made. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
