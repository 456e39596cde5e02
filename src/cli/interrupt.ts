/** 128 and the number of SIGINT, as shells count. */
export const interruptedCode = 130;

/** Told once that somebody pressed Ctrl+C: the second one ends the process as it always does. */
export function onInterrupt(): AbortSignal {
  const interrupt = new AbortController();
  process.once('SIGINT', () => interrupt.abort());
  return interrupt.signal;
}
