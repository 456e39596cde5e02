import { expect, test } from 'vitest';
import {
  actionRequest,
  commandOf,
  questionOf,
  submissionOf,
  typedText,
  viewContext,
} from '../../adapters/slack/requests.ts';

const at = '2031-04-12T07:00:00Z';

test.for([
  ['<@U0DETENTE> who met?', 'who met?'],
  ['who met <@U1|ada> in <#C1|general>?', 'who met ada in general?'],
  ['did &lt;Arland&gt; &amp; Belmar meet?', 'did <Arland> & Belmar meet?'],
  ['see <https://news.example/a|the report>', 'see the report'],
  ['see <https://news.example/a>', 'see https://news.example/a'],
  [
    '<@U0DETENTE> brief sources add <https://a.example/f?x=1&amp;y=2|our feed>',
    'brief sources add https://a.example/f?x=1&y=2',
  ],
  ['brief sources from <http://Nova.com|Nova.com>', 'brief sources from Nova.com'],
  ['brief sources pause <http://Nova.com|Nova.com>', 'brief sources pause Nova.com'],
  ['<!here> who?', 'who?'],
  ['&amp;lt;', '&lt;'],
] as const)('%j was typed as %j', ([text, typed]) => {
  expect(typedText(text)).toBe(typed);
});

const envelope = { event_id: 'Ev1', team_id: 'T1' };

test('a message outside of a thread begins one, and an empty thread is none', () => {
  const message = { channel: 'D1', user: 'U1', text: 'who?', ts: '17.1' };
  expect(questionOf(envelope, message, at)).toMatchObject({ conversation: { thread: '17.1' }, direct: true });
  expect(questionOf(envelope, { ...message, thread_ts: '' }, at)).toMatchObject({ conversation: { thread: '17.1' } });
  expect(questionOf(envelope, { ...message, thread_ts: '16.0' }, at)).toMatchObject({
    conversation: { thread: '16.0' },
  });
});

test('a command is known by its name behind the prefix', () => {
  const payload = {
    team_id: 'T1',
    channel_id: 'C1',
    user_id: 'U1',
    command: '/desk-ask',
    text: 'who?',
    trigger_id: 't',
  };
  expect(commandOf(payload, 'desk-', at)).toMatchObject({ kind: 'command', name: 'ask', text: 'who?', id: 't' });
  expect(commandOf(payload, '', at)).toBeUndefined();
  expect(commandOf({ ...payload, command: '/dance' }, '', at)).toBeUndefined();
});

test('a button of the home tab belongs to the user’s own conversation', () => {
  const action = { action_id: 'brief.settings', action_ts: '1.1', value: 'settings' };
  const home = { team: { id: 'T1' }, user: { id: 'U1' }, trigger_id: 't', view: { private_metadata: 'D1' } };
  expect(actionRequest(home, action, at)).toMatchObject({ conversation: { channel: 'D1' }, direct: true });
  expect(actionRequest(home, { ...action, action_id: 'dance' }, at)).toBeUndefined();
});

test('a form comes back with what it was opened for', () => {
  const opened = questionOf(envelope, { channel: 'C1', user: 'U1', text: 'settings', ts: '17.1' }, at);
  if (opened === undefined) throw new Error('no request');
  const view = {
    id: 'V1',
    callback_id: 'settings',
    private_metadata: viewContext(opened, true),
    state: { values: {} },
  };
  const sent = submissionOf({ user: { id: 'U2' }, view }, at);
  const { conversation } = opened;
  expect(sent).toMatchObject({ request: { kind: 'settings', user: 'U2', conversation }, fromHome: true });
  expect(submissionOf({ user: { id: 'U2' }, view: { ...view, callback_id: 'dance' } }, at)).toBeUndefined();
});

test('a button is direct only where its channel is', () => {
  const action = { action_id: 'brief.settings', action_ts: '1.1', value: 'settings' };
  const odd = { team: { id: 'T1' }, user: { id: 'U1' }, trigger_id: 't', container: { channel_id: 'C1' } };
  expect(actionRequest(odd, action, at)).toMatchObject({ conversation: { channel: 'C1' }, direct: false });
});
