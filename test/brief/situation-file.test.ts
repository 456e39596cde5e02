import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { definition } from '../../briefs/de-escalation.ts';
import { composeBrief } from '../../src/brief/compose.ts';
import { situationNamed } from '../../src/brief/situation.ts';
import { readSituations } from '../../src/brief/situation-file.ts';
import type { Situation } from '../../src/domain/situation.ts';
import { archiveOf } from '../archive-of.ts';

function read(content: unknown): readonly Situation[] {
  const folder = mkdtempSync(join(tmpdir(), 'detente-situations-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'situations.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return readSituations(path);
}

describe('a file of situations', () => {
  test('gives each its own name, and its parties as the archive calls them', () => {
    expect(read([{ name: 'The lake', parties: ['Kampala', 'kenya'], words: ['ferry'] }])).toEqual([
      { name: 'The lake', parties: ['Kenya', 'Uganda'], words: ['ferry'] },
    ]);
  });

  test.each([
    ['no JSON', '[{', /JSON/],
    ['an object', { name: 'x' }, /: must hold a list of situations/],
    ['an empty list', [], /: must hold a list of situations/],
    ['no name', [{ parties: ['Kenya', 'Uganda'] }], /: entry 1 has no "name"$/],
    ['one party', [{ name: 'The lake', parties: ['Kenya'] }], /: "The lake" must have two "parties" or more$/],
    ['words that are none', [{ name: 'A', parties: ['Kenya', 'Chad'], words: 'ferry' }], /: the "words" of "A" must/],
    ['a name twice', [1, 2].map(() => ({ name: 'A', parties: ['Kenya', 'Chad'] })), /: names "a" twice$/],
  ])('with %s is refused with what is wrong', (_, content, message) => {
    expect(() => read(content)).toThrow(message);
  });

  test('that is not there is refused by its path', () => {
    expect(() => readSituations('/nowhere/situations.json')).toThrow(/^situations in \/nowhere\/situations.json: /);
  });
});

describe('a situation', () => {
  const lake: Situation = { name: 'The lake', parties: ['Kenya', 'Uganda'], words: ['ferry'] };

  test('of the file is found by its name, whatever the case', () => {
    expect(situationNamed('the LAKE', [lake])).toBe(lake);
    expect(situationNamed('Chad, Niger', [lake])).toEqual({ name: 'Chad–Niger', parties: ['Chad', 'Niger'] });
    expect(() => situationNamed('the sea', [lake])).toThrow(/or choose one of The lake$/);
  });

  test('with words holds only what articles with one of the words report, and looks no further than its day', async () => {
    const archive = await archiveOf([
      {
        id: 'a',
        publishedAt: '2031-05-05',
        text: 'Uganda seized a Kenyan ferry on Monday. Kenya condemned Uganda on Monday.',
      },
      { id: 'b', publishedAt: '2031-05-06', text: 'Uganda expelled the Kenyan ambassador on Tuesday over a school.' },
      {
        id: 'c',
        publishedAt: '2031-05-08',
        text: 'After the ferry, Uganda expelled the Kenyan ambassador on Tuesday.',
      },
    ]);
    const told = async (date: string, situation: Situation) => {
      const brief = await composeBrief(archive, definition, { date, zone: 'UTC', situation });
      const statements = brief.sections.flatMap(({ id, items }): readonly { text: string }[] =>
        /new|away/.test(id) ? items : [],
      );
      return statements.map(({ text }) => text.replace(/^On \d+ May 2031 /, ''));
    };
    const seized = 'Uganda seized property of Kenya.';
    const condemned = 'Kenya condemned acts of Uganda.';
    const expelled = 'Uganda expelled the ambassador of Kenya.';
    const { words: _, ...all } = lake;
    expect((await told('2031-05-06', all)).sort()).toEqual([condemned, expelled, seized]);
    expect((await told('2031-05-06', lake)).sort()).toEqual([condemned, seized]);
    expect((await told('2031-05-08', lake)).sort()).toEqual([condemned, expelled, seized]);
    await archive.close();
  });
});
