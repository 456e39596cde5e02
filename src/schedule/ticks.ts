import { schedule } from 'node-cron';

export interface Ticking {
  stop(): Promise<void>;
}

/** A half-minute pattern with seconds, as node-cron reads it. */
const HALF_MINUTE = '*/30 * * * * *';
const HALF_MINUTE_MS = 30_000;
/** node-cron waits for the machine's clock: where that was put back, it waits on. */
const SILENCE_MS = 75_000;
const SHORTEST_MS = 20;

/**
 * Calls `tick` at once and every half minute, never while the last call runs. It says that time has passed and nothing
 * else: what is due is told by the slots.
 * @param speed of the clock that slots are told by, as a multiple of the machine's: ticks come that much oftener
 */
export function startTicking(tick: () => Promise<void>, speed = 1): Ticking {
  let running: Promise<void> | undefined;
  const once = () => {
    running ??= tick().finally(() => {
      running = undefined;
    });
    return running;
  };
  const source = speed > 1 ? byTimer(once, Math.max(SHORTEST_MS, HALF_MINUTE_MS / speed)) : byCron(once);
  void once();
  return {
    stop: async () => {
      await source.stop();
      await running;
    },
  };
}

function byTimer(tick: () => void, milliseconds: number): Ticking {
  const timer = setInterval(tick, milliseconds);
  return { stop: async () => clearInterval(timer) };
}

function byCron(tick: () => void): Ticking {
  const watch = setInterval(tick, SILENCE_MS);
  const heard = () => {
    watch.refresh();
    tick();
  };
  const task = schedule(HALF_MINUTE, heard, { timezone: 'UTC', suppressMissedWarning: true });
  return {
    stop: async () => {
      clearInterval(watch);
      await task.destroy();
    },
  };
}
