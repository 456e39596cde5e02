import { oneLine } from './table.ts';

const barWidth = 24;
const redrawMs = 100;

export interface Progress {
  /** @param seen items so far */
  show(seen: number): void;
  /** Takes the bar off the screen. */
  end(): void;
}

const unseen = { show() {}, end() {} };

/** A bar on standard error, one line, redrawn at most ten times a second; nothing where no one watches. */
export function createProgress(total: number, quiet: boolean, screen: NodeJS.WriteStream = process.stderr): Progress {
  if (quiet || !screen.isTTY) return unseen;
  const began = performance.now();
  let drawn = Number.NEGATIVE_INFINITY;
  return {
    show(seen) {
      const now = performance.now();
      if (now - drawn < redrawMs && seen < total) return;
      drawn = now;
      const perSecond = Math.round((1000 * seen) / Math.max(1, now - began));
      screen.write(`\r\u001b[K${bar(seen, total)} ${perSecond}/s`);
    },
    end: () => void screen.write('\r\u001b[K'),
  };
}

/** `total` 0 where nobody can tell how many will come. */
function bar(seen: number, total: number): string {
  if (total === 0) return `${seen} articles`;
  const share = Math.min(1, seen / total);
  const full = Math.round(barWidth * share);
  return `${'█'.repeat(full)}${'░'.repeat(barWidth - full)} ${Math.round(100 * share)} % ${seen}/${total}`;
}

export interface Note {
  /** What is waited for, in the place of what was shown before. */
  show(text: string): void;
  /** Takes it off the screen. */
  end(): void;
}

/** A line on standard error for work that nobody can tell the length of; nothing where no one watches. */
export function createNote(quiet: boolean, screen: NodeJS.WriteStream = process.stderr): Note {
  if (quiet || !screen.isTTY) return unseen;
  return {
    show: (text) => void screen.write(`\r\u001b[K${oneLine(text).slice(0, Math.max(20, (screen.columns || 80) - 1))}`),
    end: () => void screen.write('\r\u001b[K'),
  };
}
