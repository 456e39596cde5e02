import { type Citation, cite } from '../../domain/citation.ts';
import { findTimes, resolveTime } from '../../text/dates.ts';
import { tollOf } from '../toll.ts';
import type { ToldEvent } from '../view.ts';
import { listed, when } from '../wording.ts';
import { between, type DatedArticle, type Detector, mentionsOf, reading, spansOf } from './ground.ts';

/** Reports of one act that give different numbers of deaths, and lines on the dead of that day that name no one who acts. */
export const tolls: Detector = ({ told, articles }) =>
  told
    .filter(({ event }) => event.tolls.length > 0 && event.status === 'reported')
    .flatMap((one) => {
      const more = linesOn(one, articles);
      const numbers = [...new Set([...one.event.tolls, ...more.map(({ deaths }) => deaths)])].sort((a, b) => a - b);
      return between(
        `How many died in what ${listed(one.event.actors)} did ${when(one.event.date)}?`,
        numbers.map((deaths) =>
          reading(`${deaths} ${deaths === 1 ? 'death' : 'deaths'}`, [
            ...spansOf(mentionsOf(one).filter(({ toll }) => toll === deaths)),
            ...more.filter((line) => line.deaths === deaths).map(({ span }) => span),
          ]),
        ),
        'Each number is given with its report; none is taken.',
      );
    });

interface Line {
  readonly deaths: number;
  readonly span: Citation;
}

/** A line with a number of dead is on the act where it gives the same day and names what the reports of it name. */
function linesOn({ event, reports }: ToldEvent, articles: readonly DatedArticle[]): Line[] {
  if (event.date.precision !== 'day') return [];
  const names = new Set(reports.flatMap(({ mention }) => namesIn(mention.span.quote)));
  return articles.flatMap((article) =>
    linesWithDead(article).filter(({ span: { quote } }) => {
      const days = findTimes(quote).map(({ expression }) => resolveTime(expression, article.publishedAt));
      return (
        days.some(({ from, to }) => from === event.date.from && to === from) &&
        namesIn(quote).some((one) => names.has(one))
      );
    }),
  );
}

function linesWithDead(article: DatedArticle): Line[] {
  const lines = article.text.slice(article.bodyStart).matchAll(/\S.*?[.!?]["”’]?(?=\s|$)/gmu);
  return [...lines].flatMap(({ 0: line, index }) => {
    const deaths = tollOf(line);
    const start = article.bodyStart + index;
    return deaths === undefined ? [] : { deaths, span: cite(article, start, start + line.length) };
  });
}

const DAY = /day$|^(January|February|March|April|May|June|July|August|September|October|November|December)$/;

/** Capitalised words inside a line. */
function namesIn(line: string): string[] {
  return [...line.matchAll(/(?<=\S\s)\p{Lu}\p{Ll}{2,}/gu)].map(([word]) => word).filter((word) => !DAY.test(word));
}
