import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A file system of its own, in memory: it can be filled up and made read-only. */
export interface SmallDisk {
  readonly folder: string;
  /** Leaves no room for anything. */
  fill(): void;
  /** Gives the room back. */
  clear(): void;
  makeReadOnly(): void;
  makeWritable(): void;
}

/** Until the end of the test; undefined where nothing can be mounted, as without the rights of root. */
export function smallDisk(size: string): SmallDisk | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'detente-disk-'));
  const isMounted = mount('-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder);
  onTestFinished(() => {
    if (isMounted) spawnSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  if (!isMounted) return undefined;
  const fillers = join(folder, 'fillers');
  return {
    folder,
    fill: () => fillUp(folder, fillers),
    clear: () => rmSync(fillers, { recursive: true, force: true }),
    makeReadOnly: () => void mount('-o', 'remount,ro', folder),
    makeWritable: () => void mount('-o', 'remount,rw', folder),
  };
}

/** Why a test of such a disk is left out. */
export const NO_DISK = 'no file system of its own can be mounted here (run the tests as root, with CAP_SYS_ADMIN)';

function mount(...args: readonly string[]): boolean {
  return spawnSync('mount', args).status === 0;
}

function fillUp(folder: string, fillers: string): void {
  mkdirSync(fillers, { recursive: true });
  const { bavail, bsize } = statfsSync(folder);
  if (bavail > 0) writeFileSync(join(fillers, String(Date.now())), new Uint8Array(bavail * bsize));
}
