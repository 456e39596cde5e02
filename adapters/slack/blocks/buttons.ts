import type { types } from '@slack/bolt';
import type { Brief } from '../../../src/index.ts';
import { MOST_BUTTON_TEXT, MOST_BUTTON_VALUE } from './limits.ts';
import { cut, plainText } from './rich-text.ts';

/** What a button does is its action id up to the dot; its value says with what. */
const actions = { brief: 'brief', share: 'share', feedback: 'feedback' } as const;

/** Without its name the buttons of a situation lead to the conversation's own. */
const MOST_NAME = 150;

/** Buttons below a brief; each names the edition, since a channel holds many. */
export function briefButtons({ date, situation }: Brief): types.ActionsBlock {
  const about = situation === null || situation.name.length > MOST_NAME ? '' : ` for ${situation.name}`;
  return row([
    button(`${actions.brief}.sources`, 'Sources', `sources ${date}${about}`),
    button(`${actions.brief}.new`, "What's new", `since ${date}${about}`),
    button(`${actions.brief}.wrong`, 'Wrong?', `wrong ${date}${about}`),
    button(`${actions.brief}.export`, 'Export', `export ${date}${about}`),
  ]);
}

export function welcomeButtons(): types.ActionsBlock {
  return row([button(`${actions.brief}.sample`, 'Post a sample', 'sample'), settingsButton('Change time')]);
}

export function settingsButtons(text = 'Settings'): types.ActionsBlock {
  return row([settingsButton(text)]);
}

/** Opens a form that a message cannot hold. */
export function formButton(text: string, command: string): types.ActionsBlock {
  return row([button(`${actions.brief}.form`, text, command)]);
}

/** For an answer that one user alone sees; `request` is the id of what was asked. */
export function shareButtons(request: string): types.ActionsBlock {
  return row([button(actions.share, 'Share to channel', request)]);
}

/** https://docs.slack.dev/reference/block-kit/block-elements/feedback-buttons-element */
export function feedbackButtons(about: string): types.ContextActionsBlock {
  const value = (verdict: string) => cut(`${verdict} ${about}`, MOST_BUTTON_VALUE);
  return {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: actions.feedback,
        positive_button: {
          text: plainText('Right'),
          accessibility_label: 'This answer is right',
          value: value('right'),
        },
        negative_button: {
          text: plainText('Wrong'),
          accessibility_label: 'This answer is wrong',
          value: value('wrong'),
        },
      },
    ],
  };
}

function settingsButton(text: string): types.Button {
  return button(`${actions.brief}.settings`, text, 'settings');
}

function row(elements: types.Button[]): types.ActionsBlock {
  return { type: 'actions', elements };
}

function button(action_id: string, text: string, value: string): types.Button {
  return {
    type: 'button',
    action_id,
    text: plainText(cut(text, MOST_BUTTON_TEXT)),
    value: cut(value, MOST_BUTTON_VALUE),
  };
}
