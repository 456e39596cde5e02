import { expect, it } from 'vitest';
import { definition } from '../../briefs/de-escalation.ts';
import { composeBrief } from '../../src/brief/compose.ts';
import { archiveOf } from '../archive-of.ts';

it('an archive whose articles report no act between two parties says so, and what to do', async () => {
  const archive = await archiveOf([
    { id: 'rain', publishedAt: '2031-05-06', text: 'It rained all week in the hills.' },
  ]);
  const brief = await composeBrief(archive, definition, { date: '2031-05-06', zone: 'UTC' });
  await archive.close();
  expect(brief.notices).toEqual([{ code: 'nothing-new', text: expect.stringContaining('--situation') }]);
  expect(brief.sections).toEqual([{ id: 'new', heading: 'New since the last edition', items: [] }]);
});
