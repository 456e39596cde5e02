import { randomUUID } from 'node:crypto';
import { BOT, type SlackServer } from './slack-server.ts';
import type { EnvelopeType } from './socket-bridge.ts';

// biome-ignore lint/suspicious/noExplicitAny: payloads as Slack sends them
type Anything = any;

/** How payloads reach the bot: down the socket, or by signed requests. Gives the milliseconds until the acknowledgement. */
export type Deliver = (type: EnvelopeType, payload: object) => Promise<number>;

/** Where a button is: in a message, or on the home tab. */
interface Place {
  readonly channel?: string;
  readonly thread?: string;
  readonly home?: object;
}

/** What a person does in Slack, as the payloads that Slack makes of it. https://docs.slack.dev/interactivity */
export class SlackUser {
  readonly id: string;
  readonly #slack: SlackServer;
  readonly #deliver: Deliver;
  #clock = 1_700_000_000;

  constructor(slack: SlackServer, id: string, deliver: Deliver) {
    this.#slack = slack;
    this.id = id;
    this.#deliver = deliver;
  }

  /** A direct message; in a thread where one is named. */
  async write(text: string, more: object = {}): Promise<number> {
    const event = {
      type: 'message',
      channel_type: 'im',
      channel: this.#slack.direct,
      user: this.id,
      text,
      ts: this.#ts(),
    };
    return this.event({ ...event, ...more });
  }

  async mention(text: string, more: object = {}): Promise<number> {
    const event = { type: 'app_mention', channel: this.#slack.channel, user: this.id, ts: this.#ts() };
    return this.event({ ...event, text: `<@${BOT.user}> ${text}`, ...more });
  }

  /** Any event; `id` as Slack's redeliveries keep it. */
  event(event: object, id = `Ev${randomUUID()}`): Promise<number> {
    const { team } = this.#slack;
    const authorizations = [{ team_id: team, user_id: BOT.user, is_bot: true }];
    const envelope = { token: 'x', team_id: team, api_app_id: BOT.app, type: 'event_callback', event_id: id };
    return this.#deliver('events_api', { ...envelope, event_time: this.#clock, authorizations, event });
  }

  async command(line: string, more: object = {}): Promise<number> {
    const [command = '', ...words] = line.split(' ');
    return this.#deliver('slash_commands', {
      team_id: this.#slack.team,
      team_domain: 'emulate',
      channel_id: this.#slack.channel,
      channel_name: 'crisis-desk',
      user_id: this.id,
      user_name: 'ada',
      command,
      text: words.join(' '),
      api_app_id: BOT.app,
      response_url: `${this.#slack.origin}/respond/${randomUUID()}`,
      trigger_id: await this.#slack.trigger(this.id),
      ...more,
    });
  }

  /** A click on a button of a message. */
  async click(action: Anything, place: Place = {}): Promise<number> {
    const channel = place.channel ?? this.#slack.channel;
    return this.#deliver('interactive', {
      type: 'block_actions',
      team: { id: this.#slack.team },
      user: { id: this.id, team_id: this.#slack.team },
      api_app_id: BOT.app,
      trigger_id: await this.#slack.trigger(this.id),
      ...(place.home ? { view: place.home } : this.#messageIn(channel, place.thread)),
      actions: [{ type: 'button', block_id: 'b', action_ts: this.#ts(), ...action }],
    });
  }

  #messageIn(channel: string, thread?: string): object {
    const ts = this.#ts();
    return {
      container: { type: 'message', channel_id: channel, message_ts: ts },
      channel: { id: channel },
      message: { ts, ...(thread && { thread_ts: thread }) },
      response_url: `${this.#slack.origin}/respond/${randomUUID()}`,
    };
  }

  /** A form sent off, filled in with these values of its inputs. */
  submit(view: Anything, filled: Readonly<Record<string, object>>): Promise<number> {
    const values = Object.fromEntries(Object.entries(filled).map(([name, input]) => [name, { [name]: input }]));
    return this.#deliver('interactive', {
      type: 'view_submission',
      team: { id: this.#slack.team },
      user: { id: this.id, team_id: this.#slack.team },
      api_app_id: BOT.app,
      view: { ...view, id: `V${randomUUID()}`, state: { values } },
    });
  }

  #ts(): string {
    this.#clock += 1;
    return `${this.#clock}.000100`;
  }
}

/** The button with this text, wherever it stands in the blocks. */
export function buttonIn(blocks: readonly Anything[], text: string): Anything {
  const buttons = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
  const found = buttons.find((button: Anything) => button.text.text === text);
  if (found === undefined) throw new Error(`no button ${text} among ${buttons.map((one: Anything) => one.text.text)}`);
  return { action_id: found.action_id, value: found.value };
}
