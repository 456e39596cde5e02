import { type APIActionRowComponent, type APIButtonComponent, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { Brief } from '../../../src/index.ts';
import { cut } from './escape.ts';
import { MOST_BUTTON_LABEL, MOST_CUSTOM_ID } from './limits.ts';

export type Row = APIActionRowComponent<APIButtonComponent>;

/** What a button does is the first word of its custom id; what follows says with what. */
export type ButtonAction =
  /** A form of `/brief`. */
  | { readonly kind: 'brief'; readonly text: string }
  /** `of` is the id of the request that got what the button stands under. */
  | { readonly kind: 'share' | 'right' | 'wrong'; readonly of: string };

/** Undefined for a button that is none of ours any more. */
export function actionOf(customId: string): ButtonAction | undefined {
  const [, kind, text = ''] = /^(brief|share|right|wrong) (.+)$/.exec(customId) ?? [];
  if (kind === undefined) return undefined;
  return kind === 'brief' ? { kind, text } : { kind: kind as 'share' | 'right' | 'wrong', of: text };
}

/** Buttons below a brief; each names the edition, since a channel holds many. */
export function briefButtons({ date, situation }: Brief): Row {
  const about = situation === null ? '' : ` for ${situation.name}`;
  // without its name the buttons of a situation lead to the conversation's own
  const edition = `brief sources ${date}${about}`.length > MOST_CUSTOM_ID ? date : `${date}${about}`;
  return row([
    button('Sources', `brief sources ${edition}`),
    button("What's new", `brief since ${edition}`),
    button('Wrong?', `brief wrong ${edition}`),
    button('Export', `brief export ${edition}`),
  ]);
}

export function welcomeButtons(): Row {
  return row([button('Post a sample', 'brief sample'), settingsButton('Change time')]);
}

export function settingsButtons(): Row {
  return row([settingsButton('Settings')]);
}

/** Opens a form that a message cannot hold. */
export function formButton(text: string, form: string): Row {
  // without its edition it is that of the conversation
  const fitting = `brief ${form}`.length > MOST_CUSTOM_ID ? (form.trim().split(/\s/, 1)[0] ?? '') : form;
  return row([button(text, `brief ${fitting}`)]);
}

/** Below an answer; where one user alone sees it, it can be shown to the others. */
export function answerButtons(request: string, isPrivate: boolean): Row {
  const share = isPrivate ? [button('Share to channel', `share ${request}`)] : [];
  return row([...share, button('Right', `right ${request}`), button('Wrong', `wrong ${request}`)]);
}

export function shareButtons(request: string): Row {
  return row([button('Share to channel', `share ${request}`)]);
}

function settingsButton(text: string): APIButtonComponent {
  return button(text, 'brief settings');
}

function row(components: APIButtonComponent[]): Row {
  return { type: ComponentType.ActionRow, components };
}

function button(label: string, custom_id: string): APIButtonComponent {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label: cut(label, MOST_BUTTON_LABEL),
    custom_id,
  };
}
