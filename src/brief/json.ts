import type { Brief, Section, Source, Statement } from '../domain/brief.ts';
import type { Citation } from '../domain/citation.ts';

/** A brief in the form `detente.brief/1`. */
export function briefJson(brief: Brief): object {
  const { title: _, ...rest } = brief;
  const number = numbering(brief.sources);
  return {
    schema: 'detente.brief/1',
    ...rest,
    situation: rest.situation && { name: rest.situation.name, parties: rest.situation.parties },
    bottomLine: brief.bottomLine.map((statement) => statementJson(statement, number)),
    sections: brief.sections.map((section) => ({
      ...section,
      items: section.items.map((item) => itemJson(item, number)),
    })),
    sources: brief.sources,
  };
}

export function statementJson(statement: Statement, number: (citation: Citation) => number): object {
  return { ...statement, citations: statement.citations.map((citation) => citationJson(citation, number)) };
}

export function citationJson(citation: Citation, number: (citation: Citation) => number): object {
  const { articleId, start, end, quote } = citation;
  return { source: number(citation), articleId, start, end, quote };
}

/** The number of a citation's source. */
export function numbering(sources: readonly Source[]): (citation: Citation) => number {
  const numbers = new Map(sources.map((source) => [source.articleId, source.number]));
  return (citation) => numbers.get(citation.articleId) ?? 0;
}

function itemJson(item: Section['items'][number], number: (citation: Citation) => number): object {
  if ('readings' in item)
    return {
      ...item,
      readings: item.readings.map((reading) => ({
        ...saidJson(reading),
        citations: reading.citations.map((one) => citationJson(one, number)),
      })),
    };
  if ('nearest' in item)
    return { ...saidJson(item), nearest: item.nearest.map((citation) => citationJson(citation, number)) };
  return statementJson(item, number);
}

function saidJson({ text, original }: Pick<Statement, 'text' | 'original'>): object {
  return { text, ...(original !== undefined && { original }) };
}
