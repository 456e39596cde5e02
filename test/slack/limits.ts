/*
 * What Slack refuses, written from its documentation and not from the adapter:
 * https://docs.slack.dev/reference/block-kit/blocks, .../block-elements, .../composition-objects and
 * https://docs.slack.dev/reference/views. The total of 13,200 is from slackapi/bolt-js#2509.
 */

// biome-ignore lint/suspicious/noExplicitAny: what is checked may be anything
type Anything = any;

/** Every rule that a call of the Web API, or a post to a response_url, breaks. */
export function violations(method: string, body: Anything): string[] {
  const found: string[] = [];
  const must = (holds: boolean, rule: string) => void (holds || found.push(`${method}: ${rule}`));
  if (/^chat\.(?!delete)|^respond$/.test(method)) checkMessage(body, must);
  if (/^views\./.test(method)) checkView(body.view, must);
  if (method === 'assistant.threads.setSuggestedPrompts') {
    must(body.prompts.length >= 1 && body.prompts.length <= 4, 'one to four prompts');
    must(!('thread_ts' in body), 'prompts of an agent name no thread');
  }
  return found;
}

type Must = (holds: boolean, rule: string) => void;

function checkMessage(body: Anything, must: Must): void {
  must(typeof body.text === 'string' && body.text.length >= 1 && body.text.length <= 4_000, 'text of 1 to 4,000');
  must(body.thread_ts === undefined || /^\d+\.\d+$/.test(body.thread_ts), 'thread_ts is a time stamp');
  must(body.unfurl_links === false && body.unfurl_media === false, 'nothing unfurls');
  must(body.link_names === false && body.parse === 'none', 'no names are looked for');
  checkBlocks(body.blocks, 50, must);
  must(JSON.stringify(body.blocks).length <= 13_200, 'blocks of 13,200 characters together');
}

function checkView(view: Anything, must: Must): void {
  checkBlocks(view.blocks, 100, must);
  if (view.type !== 'modal') return;
  for (const name of ['title', 'submit', 'close']) must(fits(view[name], 24), `${name} of 1 to 24`);
  must((view.private_metadata ?? '').length <= 3_000, 'private_metadata of 3,000');
  must((view.callback_id ?? '').length <= 255, 'callback_id of 255');
  must(JSON.stringify(view).length <= 250_000, 'view of 250,000');
}

function checkBlocks(blocks: Anything, most: number, must: Must): void {
  must(Array.isArray(blocks) && blocks.length >= 1 && blocks.length <= most, `1 to ${most} blocks`);
  for (const block of blocks ?? []) checkBlock(block, must);
}

type Check = (node: Anything, must: Must) => void;

const blockChecks: Readonly<Record<string, Check>> = {
  header: ({ text }, must) => must(text.type === 'plain_text' && fits(text, 150), 'header of 1 to 150'),
  section: ({ text }, must) => must(fits(text, 3_000), 'section of 1 to 3,000'),
  rich_text: ({ elements }, must) => {
    must(elements.length >= 1, 'rich text has elements');
    for (const element of elements) checkRichText(element, must);
  },
  actions: ({ elements }, must) => {
    must(elements.length >= 1 && elements.length <= 25, '1 to 25 actions');
    must(isUnique(elements.map((one: Anything) => one.action_id)), 'action ids of a block differ');
    for (const element of elements) checkElement(element, must);
  },
  context_actions: ({ elements }, must) => {
    must(elements.length >= 1 && elements.length <= 5, '1 to 5 context actions');
    for (const element of elements) checkElement(element, must);
  },
  input: ({ label, block_id = '', element }, must) => {
    must(fits(label, 2_000), 'label of 1 to 2,000');
    must(block_id.length <= 255, 'block_id of 255');
    checkElement(element, must);
  },
};

function checkBlock(block: Anything, must: Must): void {
  const check = blockChecks[block.type];
  must(check !== undefined, `no block ${block.type} is known here`);
  check?.(block, must);
}

function checkRichText(element: Anything, must: Must): void {
  must(element.elements.length >= 1, `${element.type} has elements`);
  if (element.type === 'rich_text_list') {
    must(['bullet', 'ordered'].includes(element.style), 'a list is of bullets or numbers');
    for (const item of element.elements) checkRichText(item, must);
    return;
  }
  const known = ['rich_text_section', 'rich_text_quote', 'rich_text_preformatted'];
  must(known.includes(element.type), `no ${element.type} is known here`);
  for (const part of element.elements) {
    must((part.text ?? part.url ?? '').length >= 1, 'a text is not empty');
    if (part.type === 'link') must(part.url.length <= 3_000, 'address of 3,000');
  }
}

const elementChecks: Readonly<Record<string, Check>> = {
  button: ({ text, value = '' }, must) => {
    must(fits(text, 75), 'button text of 1 to 75');
    must(value.length <= 2_000, 'button value of 2,000');
  },
  feedback_buttons: ({ positive_button, negative_button }, must) => {
    for (const { text, value } of [positive_button, negative_button]) {
      must(fits(text, 75), 'feedback text of 1 to 75');
      must(value.length >= 1 && value.length <= 2_000, 'feedback value of 2,000');
    }
  },
  static_select: ({ options, option_groups }, must) => {
    must((options === undefined) !== (option_groups === undefined), 'options or groups of them');
    if (options !== undefined) checkOptions(options, 100, must);
    must((option_groups ?? []).length <= 100, '100 groups');
    for (const group of option_groups ?? []) {
      must(fits(group.label, 75), 'group of 1 to 75');
      checkOptions(group.options, 100, must);
    }
  },
  checkboxes: ({ options, initial_options }, must) => {
    must(initial_options === undefined || initial_options.length >= 1, 'no empty initial_options');
    checkOptions(options, 10, must);
  },
  timepicker: ({ initial_time = '00:00' }, must) => must(/^\d\d:\d\d$/.test(initial_time), 'time of HH:mm'),
  multi_users_select: ({ initial_users }, must) =>
    must(initial_users === undefined || initial_users.length >= 1, 'no empty initial_users'),
  plain_text_input: ({ max_length = 0 }, must) => must(max_length <= 3_000, 'input of 3,000'),
};

function checkElement(element: Anything, must: Must): void {
  must((element.action_id ?? '').length >= 1 && element.action_id.length <= 255, 'action_id of 1 to 255');
  const check = elementChecks[element.type];
  must(check !== undefined, `no element ${element.type} is known here`);
  check?.(element, must);
}

function checkOptions(options: Anything, most: number, must: Must): void {
  must(options.length >= 1 && options.length <= most, `1 to ${most} options`);
  for (const option of options) {
    must(fits(option.text, 75), 'option of 1 to 75');
    must(option.value.length >= 1 && option.value.length <= 150, 'option value of 1 to 150');
  }
}

function fits(text: Anything, most: number): boolean {
  return typeof text?.text === 'string' && text.text.length >= 1 && text.text.length <= most;
}

function isUnique(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}
