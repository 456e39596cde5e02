import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const WIDTH = 760;

/** Draws every screen of `test/fixtures/<platform>/` for the documents. Needs Debian's `chromium`. */
export function drawAll(platform: string, pageOf: (messages: readonly never[]) => string): void {
  const fixtures = join(import.meta.dirname, 'fixtures', platform);
  const pictures = join(import.meta.dirname, '../docs/pictures');
  const folder = mkdtempSync(join(tmpdir(), 'detente-picture-'));
  mkdirSync(pictures, { recursive: true });
  for (const file of readdirSync(fixtures).filter((name) => name.endsWith('.json'))) {
    const name = basename(file, '.json');
    const page = join(folder, `${name}.html`);
    writeFileSync(page, withHeight(pageOf(JSON.parse(readFileSync(join(fixtures, file), 'utf8')))));
    draw(page, join(pictures, `${platform}-${name}.png`));
  }
  rmSync(folder, { recursive: true });
}

function draw(page: string, target: string): void {
  const height = Number(chromium('--dump-dom', page).match(/data-height="(\d+)"/)?.[1] ?? 600);
  chromium(`--screenshot=${target}`, page, height);
  console.log(target);
}

function withHeight(page: string): string {
  return `${page}<script>document.body.dataset.height = document.body.scrollHeight + 16</script>`;
}

function chromium(action: string, page: string, height = 4_000): string {
  const quiet = ['--headless', '--no-sandbox', '--hide-scrollbars', '--disable-gpu', '--force-device-scale-factor=1.5'];
  const words = [...quiet, `--window-size=${WIDTH},${height}`, action, `file://${page}`];
  return execFileSync('chromium', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

export function escapedHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
