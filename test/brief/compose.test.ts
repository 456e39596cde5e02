import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definition } from '../../briefs/de-escalation.ts';
import { definition as weekly } from '../../briefs/weekly.ts';
import { composeBrief } from '../../src/brief/compose.ts';
import type { Brief, Section, Statement } from '../../src/domain/brief.ts';
import type { Citation } from '../../src/domain/citation.ts';
import { archiveOf, type Report } from '../archive-of.ts';
import { crisis } from './reports.ts';

const zone = 'UTC';

async function edition(reports: readonly Report[], date: string, more: { since?: string } = {}): Promise<Brief> {
  const archive = await archiveOf(reports);
  try {
    return await composeBrief(archive, definition, { date, zone, ...more });
  } finally {
    await archive.close();
  }
}

function statementsOf(brief: Brief, ...ids: string[]): Statement[] {
  const sections = brief.sections.filter((section) => ids.includes(section.id));
  return sections.flatMap((section) => section.items as readonly Statement[]);
}

function texts(brief: Brief, ...ids: string[]): string {
  return statementsOf(brief, ...ids)
    .map((statement) => statement.text)
    .join('\n');
}

function citationsOf(brief: Brief): Citation[] {
  const of = (item: Section['items'][number]): readonly Citation[] =>
    'readings' in item ? [] : 'nearest' in item ? item.nearest : item.citations;
  return [
    ...brief.bottomLine.flatMap((one) => one.citations),
    ...brief.sections.flatMap((one) => one.items.flatMap(of)),
  ];
}

describe('an edition', () => {
  it('tells steps toward and away from calm, each with its own day and quote', async () => {
    const brief = await edition(crisis, '2031-05-10');
    expect(brief.situation).toEqual({ name: 'Eritrea–Ethiopia', parties: ['Eritrea', 'Ethiopia'] });
    expect(texts(brief, 'away', 'new')).toContain('On 5 May 2031 Ethiopia struck Eritrea with missiles');
    expect(texts(brief, 'away', 'new')).toContain('On 6 May 2031 Eritrea struck Ethiopia with missiles');
    expect(texts(brief, 'away', 'new')).toContain('On 7 May 2031 Eritrea recalled its ambassador from Ethiopia');
    expect(texts(brief, 'calm', 'new')).toContain(
      'On 8 May 2031 Kenya offered to mediate between Ethiopia and Eritrea',
    );
    expect(texts(brief, 'calm', 'new')).toContain(
      'On 10 May 2031 Ethiopia and Eritrea agreed to de-escalate, Ethiopia said',
    );
    expect(brief.direction).toBe('easing');
  });

  it('says who welcomed an offer of mediation and who is silent', async () => {
    const reports = [
      {
        id: 'a',
        publishedAt: '2031-05-06',
        text: 'Ethiopia shelled Eritrea on Sunday. Eritrea condemned Ethiopia on Sunday. Kenya offered to mediate between Ethiopia and Eritrea on Monday. Eritrea welcomed the offer on Tuesday.',
      },
    ];
    const brief = await edition(reports, '2031-05-06');
    expect(texts(brief, 'channels')).toBe(
      'Mediation by Kenya: offered on 5 May 2031; Eritrea welcomed it on 6 May 2031; no answer by Ethiopia is reported.',
    );
  });

  it('tells of a mediator who meets one of the two in a report about both', async () => {
    const reports = [
      {
        id: 'a',
        publishedAt: '2031-05-06',
        text: 'Kenya tries to bring Ethiopia and Eritrea together. Ethiopia accused Eritrea of planting mines on Monday. The Kenyan foreign minister visited Asmara on Tuesday.',
      },
    ];
    const brief = await edition(reports, '2031-05-06');
    expect(texts(brief, 'calm')).toBe('On 6 May 2031 Kenya visited Eritrea.');
  });

  it('says in the words of the article what an accusation is about', async () => {
    const reports = [
      {
        id: 'a',
        publishedAt: '2031-05-06',
        text: 'Ethiopia accused Eritrea of planting mines along the border on Monday. Eritrea rejected the demand of Ethiopia.',
      },
    ];
    const brief = await edition(reports, '2031-05-06');
    expect(texts(brief, 'away')).toContain(
      'On 5 May 2031 Ethiopia accused Eritrea of “planting mines along the border”.',
    );
  });

  it('holds in New what the day before did not know, and nowhere else', async () => {
    const brief = await edition(crisis, '2031-05-10');
    expect(texts(brief, 'new')).toContain('spoke by telephone');
    expect(texts(brief, 'new')).not.toContain('struck');
    expect(texts(brief, 'calm', 'away')).not.toContain('spoke by telephone');
  });

  it('compares with the edition of the day it is told to compare with', async () => {
    const brief = await edition(crisis, '2031-05-10', { since: '2031-05-07' });
    expect(texts(brief, 'new')).toContain('Kenya offered to mediate');
  });

  it('does not know what was published after its day', async () => {
    const brief = await edition(crisis, '2031-05-08');
    expect(texts(brief, 'new', 'calm', 'away')).not.toContain('agreed');
    expect(brief.sources.every((source) => (source.publishedAt ?? '') <= '2031-05-08')).toBe(true);
  });

  it('is a first edition where nothing was known before, and says so', async () => {
    const brief = await edition(crisis, '2031-05-06');
    expect(brief.notices.map((notice) => notice.code)).toContain('first-edition');
    expect(statementsOf(brief, 'new')).toEqual([]);
  });

  it('says in one line that nothing is new', async () => {
    const brief = await edition(crisis, '2031-05-11');
    expect(brief.notices.map((notice) => notice.code)).toContain('nothing-new');
    expect(statementsOf(brief, 'new')).toEqual([]);
  });

  it('says what the archive leaves open: an answer to the offer, a toll, the other side of an agreement', async () => {
    const brief = await edition(crisis, '2031-05-10');
    const unknown = brief.sections
      .find((section) => section.id === 'unknown')
      ?.items.map((item) => item.text)
      .join('\n');
    expect(unknown).toContain('answer to the offer of mediation by Kenya');
    expect(unknown).toContain("Eritrea's own account");
    expect(unknown).toMatch(/death toll for what Ethiopia did on 5 May 2031/);
    expect(unknown).not.toMatch(/death toll for what Eritrea did/);
  });

  it('no longer calls an offer unanswered once an answer is reported', async () => {
    const answered: Report = {
      id: 'hill-3',
      publishedAt: '2031-05-10',
      text: 'Ethiopia rejected mediation by Kenya on Saturday.',
    };
    const brief = await edition([...crisis, answered], '2031-05-10');
    const unknown = brief.sections.find((section) => section.id === 'unknown')?.items ?? [];
    expect(unknown.filter((item) => item.text.includes('mediation'))).toEqual([]);
  });

  it('is empty with a reason where the archive is empty', async () => {
    const brief = await edition([], '2031-05-10');
    expect(brief).toMatchObject({ situation: null, tension: null, direction: 'quiet', bottomLine: [], sources: [] });
    expect(brief.notices).toEqual([{ code: 'empty-archive', text: expect.stringContaining('detente ingest') }]);
  });

  it('is the same whatever the order of the articles', async () => {
    const first = await edition(crisis, '2031-05-10');
    expect(await edition([...crisis].reverse(), '2031-05-10')).toEqual(first);
  });

  it('does not change its tension when a second outlet prints the same text', async () => {
    const copy = {
      ...(crisis[1] as Report),
      id: 'copy',
      outlet: 'Lake Mirror',
      text: `${crisis[1]?.text} From a feed.`,
    };
    const [alone, copied] = [await edition(crisis, '2031-05-08'), await edition([...crisis, copy], '2031-05-08')];
    expect(copied.tension?.index).toBe(alone.tension?.index);
    expect(copied.covers.origins).toBe(alone.covers.origins);
  });

  it('keeps its limits, and counts what it left out, when a week is too full', async () => {
    const days = Array.from(
      { length: 40 },
      (_, n): Report => ({
        id: `raid-${n}`,
        publishedAt: '2031-05-10',
        text: `Ethiopia bombed the Eritrean town of Place${n} on May ${4 + (n % 7)}. Ethiopia and Eritrea held talks in Nairobi on May ${4 + (n % 7)}.`,
      }),
    );
    const brief = await edition([...crisis, ...days], '2031-05-10');
    const said = [...brief.bottomLine, ...statementsOf(brief, 'new', 'calm', 'away')];
    expect(said.reduce((words, { text }) => words + text.split(/\s+/).length, 0)).toBeLessThanOrEqual(350);
    expect(statementsOf(brief, 'calm').length).toBeLessThanOrEqual(6);
    expect(statementsOf(brief, 'away').length).toBeLessThanOrEqual(6);
    expect(brief.notices.map((notice) => notice.code)).toContain('left-out');
  });

  it('can be declared otherwise: the weekly review has other sections in another order', async () => {
    const archive = await archiveOf(crisis);
    const brief = await composeBrief(archive, weekly, { date: '2031-05-10', zone });
    await archive.close();
    expect(brief.definition).toBe('weekly');
    expect(brief.sections.map((section) => section.id)).toEqual(['new', 'away', 'calm', 'channels', 'unknown']);
  });
});

describe('every edition of every part of an archive', () => {
  it('cites each sentence with words that stand in the article, says absolute dates, and numbers its sources', async () => {
    const subset = fc.subarray([...crisis], { minLength: 1 });
    const day = fc.integer({ min: 5, max: 14 }).map((n) => `2031-05-${String(n).padStart(2, '0')}`);
    await fc.assert(
      fc.asyncProperty(subset, day, async (reports, date) => {
        const brief = await edition(reports, date);
        const texts = new Map(reports.map((report) => [report.id, report.text]));
        for (const { articleId, start, end, quote } of citationsOf(brief))
          expect(texts.get(articleId)?.slice(start, end)).toBe(quote);
        for (const { text, citations } of [...brief.bottomLine, ...statementsOf(brief, 'new', 'calm', 'away')]) {
          expect(citations.length).toBeGreaterThan(0);
          expect(text).toMatch(/\b\d{1,2} May 2031\b/);
          expect(text).not.toMatch(/\[\d|\b(today|yesterday|Monday|Thursday)\b/);
        }
        expect(brief.sources.map((source) => source.number)).toEqual(brief.sources.map((_, index) => index + 1));
        expect(new Set(citationsOf(brief).map((one) => one.articleId))).toEqual(
          new Set(brief.sources.map((one) => one.articleId)),
        );
      }),
      { seed: 7, numRuns: 25 },
    );
  });
});

describe('what an edition calls unknown', () => {
  const unknown = async (reports: readonly Report[], date: string) => {
    const brief = await edition(reports, date);
    return (brief.sections.find((section) => section.id === 'unknown')?.items ?? [])
      .map((item) => item.text)
      .join('\n');
  };

  it('is not a toll that the next sentence gives', async () => {
    const raid = {
      id: 'raid',
      publishedAt: '2031-05-06',
      text: 'Ethiopia fired missiles at Eritrea on Monday. Four children were killed, officials in Asmara said.',
    };
    expect(await unknown([raid], '2031-05-06')).not.toContain('death toll');
    const brief = await edition([raid], '2031-05-06');
    expect(brief.bottomLine[0]?.text).toBe(
      'On 5 May 2031 Ethiopia struck Eritrea with missiles; one report gives 4 deaths.',
    );
    expect(brief.bottomLine[0]?.citations[0].quote).toContain('Four children');
  });

  it('is not a toll that stands somewhere in the article without an event of its own', async () => {
    const raid = {
      id: 'raid',
      publishedAt: '2031-05-06',
      text: 'Ethiopia fired missiles at Eritrea on Monday. The wind was strong. In the evening the hospital counted seven dead.',
    };
    expect(await unknown([raid], '2031-05-06')).not.toContain('death toll');
  });

  it('is not an answer to an offer that some sentence may give', async () => {
    const welcomed = {
      id: 'hill-4',
      publishedAt: '2031-05-09',
      text: 'An aide welcomed the offer. Ethiopia and Eritrea held talks on Friday.',
    };
    expect(await unknown(crisis, '2031-05-09')).toContain('answer to the offer');
    expect(await unknown([...crisis, welcomed], '2031-05-09')).not.toContain('answer to the offer');
  });
});
