import type { Block, Run } from './block.ts';

/** Blocks as one CommonMark text. */
export function markdown(blocks: readonly Block[]): string {
  return blocks
    .map(blockToMarkdown)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** One block as CommonMark. Links lead to http(s) addresses of articles and nowhere else. */
function blockToMarkdown(block: Block): string {
  switch (block.kind) {
    case 'gap':
      return '';
    case 'title':
      return `# ${escapeMarkdown(block.text)}\n`;
    case 'heading':
      return `## ${escapeMarkdown(block.text)}\n`;
    case 'verdict':
      return `\n**${escapeMarkdown(block.text)}**\n`;
    case 'line':
      return `${runsToMarkdown(block.runs)}\n`;
    case 'item':
      return `- ${runsToMarkdown(block.runs)}`;
    case 'part':
      return `  - ${runsToMarkdown(block.runs)}`;
    case 'quote':
      return `> [${block.number}] "${escapeMarkdown(block.quote)}"${block.cut ? ' …' : ''}\n`;
    case 'source':
      return `- [${block.number}] ${linked(escapeMarkdown(block.text), block.url)}`;
    case 'verbatim':
      return `\n\`\`\`\`\n${block.lines.join('\n').replaceAll('````', "'".repeat(4))}\n\`\`\`\`\n`;
    case 'entry':
      return `- \`${block.usage.replaceAll('`', "'")}\`: ${escapeMarkdown(block.summary)}`;
  }
}

function runsToMarkdown(runs: readonly Run[]): string {
  const texts = runs.map((run) => {
    if (run.kind === 'mark') return linked(`[${run.number}]`, run.url);
    if (run.kind === 'link') return `<${run.url}>`;
    const text = escapeMarkdown(run.text);
    return run.strong ? `**${text.trim()}**${/\s$/.test(text) ? ' ' : ''}` : text;
  });
  return texts.join('').trim();
}

function linked(text: string, url: string | undefined): string {
  return url === undefined ? text : `[${text}](${url})`;
}

/**
 * Text that Markdown shows as it is: no emphasis, link, image, code, HTML, entity, list, heading, and none of GitHub's
 * automatic links, mentions and references.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~@#]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\b(www|mailto|xmpp)(?=[.:])/gi, (word) => `${word}\\`)
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2');
}
