/*
 * What Slack takes, https://docs.slack.dev/reference/block-kit/blocks and .../block-elements; the total is not
 * documented: messages fail near 13,200 characters with msg_blocks_too_long (slackapi/bolt-js#2509).
 */

/** Blocks of a message; a home tab and a modal take 100. */
export const MOST_BLOCKS = 50;
/** The JSON of a message's blocks together: what Slack counts is at most this. */
export const MOST_CHARACTERS = 12_000;
/** Text that stands together: a section takes 3,000. */
export const MOST_TEXT = 2_800;
export const MOST_URL = 3_000;
export const MOST_HEADER = 150;
export const MOST_BUTTON_TEXT = 75;
export const MOST_BUTTON_VALUE = 2_000;
export const MOST_OPTION_TEXT = 75;
export const MOST_OPTION_VALUE = 150;
/** Options of a menu, or of one group of it; also groups of a menu. */
export const MOST_OPTIONS = 100;
export const MOST_MODAL_TITLE = 24;
export const MOST_INPUT = 3_000;
/** Read aloud and shown in notifications; longer is heard by nobody. */
export const MOST_FALLBACK = 1_500;
