import type { Brief, Section } from '../domain/brief.ts';
import { statementsOf } from './present.ts';
import { inWords, type StatementWording, wordStatements } from './wordings.ts';

/**
 * The brief with its statements in a model's words, each checked against its own quotes. Facts, order, sections and
 * readings of a disagreement stay as they are; a wording that adds or loses anything, or is longer, is left out for the
 * statement itself. Whatever becomes of the model there is a brief; a notice says where it could not be used.
 */
export async function wordedBrief(brief: Brief, wording: StatementWording): Promise<Brief> {
  const words = new Map<string, string>();
  const failure = await wordStatements(statementsOf(brief), brief.sources, wording, words);
  const worded = words.size === 0 ? brief : withWords(brief, words);
  return failure === undefined ? worded : noted(worded, failure, words.size > 0);
}

function withWords(brief: Brief, words: ReadonlyMap<string, string>): Brief {
  const sections = brief.sections.map((section): Section => {
    if (section.id === 'disagree' || section.id === 'unknown') return section;
    return { ...section, items: section.items.map((item) => inWords(item, words)) };
  });
  const bottomLine = brief.bottomLine.map((statement) => inWords(statement, words));
  return { ...brief, bottomLine, sections, engine: 'language-model' };
}

function noted(brief: Brief, why: string, isPartly: boolean): Brief {
  const text = `${isPartly ? 'Partly worded' : 'Worded'} by rule: ${why}.`;
  return { ...brief, notices: [...brief.notices, { code: 'unworded', text }] };
}
