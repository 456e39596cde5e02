import { type Change, folded } from './text.ts';

const clauses = [
  'killing 12 people',
  'and Russia backed the move',
  'ending the war',
  'with the support of the United States',
  'which the UN called a war crime',
  'and talks collapsed within hours',
  'in violation of the ceasefire',
  'raising fears of a wider war',
  'for the first time since 1991',
  'after a secret meeting in Vienna',
  'causing damage of 40 million dollars',
  'despite warnings from the European Union',
  'and the opposition accepted the decision',
  'while thousands of people fled to the capital',
  'the worst incident in a decade',
  'although no one has verified this',
  'in what analysts saw as a surrender',
  'and neither side objected',
  'as part of a plan agreed with China',
  'on the orders of the president',
  'before dawn on Christmas Day',
  'and Pope Felix V offered to mediate',
  'breaking a promise made in March 2019',
  'to the relief of its neighbours',
  'forcing the army to retreat',
  'and sanctions will follow in May',
  'using chemical weapons',
  'under pressure from creditors',
  'without informing parliament',
  'and no hostages were harmed',
];

/** A faithful sentence with a clause at its end that nobody reported. */
export const clauseInvented: Change = ({ text, quotes }, random) => {
  const clause = random.pick(clauses);
  if (quotes.some((quote) => folded(quote).includes(folded(clause)))) return undefined;
  if (clause.includes('12 people') && quotes.some((quote) => /\b(12|twelve)\b/i.test(quote))) return undefined;
  return text.replace(/\.?(["”]?)$/, `, ${clause}.$1`);
};

const links = [
  'https://example.org/report',
  'http://news.example.com/a?id=7',
  'www.example.net/live',
  'https://t.me/frontline',
  'example.com/story',
  '<https://example.org|source>',
];

/** A faithful sentence with a link in it. */
export const link: Change = ({ text }, random) => put(text, random.pick(links), random.below(3));

const mentions = [
  '<@U123>',
  '@everyone',
  '<!channel>',
  '<#C1>',
  '@here',
  '<@&8812>',
  '<!here>',
  '<!subteam^S1>',
  '@alice',
];

/** A faithful sentence that calls somebody of the chat. */
export const mention: Change = ({ text }, random) => put(text, random.pick(mentions), random.below(3));

/** A faithful sentence with a citation number of its own. */
export const citationNumber: Change = ({ text }, random) => {
  const number = 1 + random.below(9);
  const cited = random.pick([
    `[${number}]`,
    `[${number}, ${number + 1}]`,
    `【${number}】`,
    `[^${number}]`,
    `[source ${number}]`,
  ]);
  return put(text, cited, 1 + random.below(2));
};

/** A faithful sentence with the markup of a chat or of a web page. */
export const markup: Change = ({ text }, random) => {
  const [first = '', ...rest] = text.split(' ');
  const tail = rest.join(' ');
  return random.pick([
    `**${first}** ${tail}`,
    `*${text}*`,
    `> ${text}`,
    `# ${text}`,
    `\`${first}\` ${tail}`,
    `<b>${first}</b> ${tail}`,
    `~~${first}~~ ${tail}`,
    `- ${text}`,
    `[${first}](https://example.org) ${tail}`,
    `||${text}||`,
    `${first}<br>${tail}`,
    `\`\`\`${text}\`\`\``,
  ]);
};

// At the start, before the full stop, or at the very end.
function put(text: string, words: string, place: number): string {
  if (place === 0) return `${words} ${text}`;
  return place === 1 ? text.replace(/\.?$/, ` ${words}.`) : `${text} ${words}`;
}
