/** The same function, which keeps what it found for the last `most` keys: sentences are asked about again and again. */
export function kept<V>(most: number, find: (key: string) => V): (key: string) => V {
  const found = new Map<string, V>();
  return (key) => {
    const known = found.get(key);
    if (known !== undefined) return known;
    const value = find(key);
    if (found.size >= most) found.delete(found.keys().next().value ?? '');
    found.set(key, value);
    return value;
  };
}
