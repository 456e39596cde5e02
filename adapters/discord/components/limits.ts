/*
 * What Discord takes: https://discord.com/developers/docs/components/reference,
 * .../resources/message#create-message and .../interactions/application-commands.
 */

/** Components of a message, counted through all levels. */
export const MOST_COMPONENTS = 40;
/** Text of all components of a message together. */
export const MOST_CHARACTERS = 4_000;
/** A line that stands by itself: two of them fit beside buttons. */
export const MOST_LINE = 1_800;
/** A masked link counts with its address. */
export const MOST_URL = 600;
export const MOST_CUSTOM_ID = 100;
export const MOST_BUTTON_LABEL = 80;
export const MOST_MODAL_TITLE = 45;
export const MOST_MODAL_COMPONENTS = 5;
export const MOST_LABEL = 45;
/** Label, value and description of an option, description of a label or command, name and value of a choice. */
export const MOST_OPTION = 100;
export const MOST_OPTIONS = 25;
export const MOST_INPUT = 4_000;
export const MOST_THREAD_NAME = 100;
