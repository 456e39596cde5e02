import {
  type Answer,
  type AnswerReport,
  type Article,
  type Brief,
  type Citation,
  cite,
  type NonEmpty,
  type Reply,
  type Source,
  type Statement,
} from '../../src/index.ts';

/** Replies for the contract suites, about a crisis that never was. */

const texts = [
  'Arland said on Tuesday that its envoys had met those of Belmar in Coralia. Both sides will meet again in May.',
  'Belmar denied on Wednesday that any meeting took place. Its army shelled the post at Hollow Ford, a resident said.',
  'Coralia offered to host further talks. The offer was repeated by its president on Thursday evening.',
];

export const articles: readonly Article[] = texts.map((text, at) => ({
  id: `article-${at + 1}`,
  version: 1,
  title: ['Envoys meet', 'Belmar denies meeting', 'Coralia makes an offer'][at] ?? '',
  text,
  bodyStart: 0,
  ...(at === 2 ? {} : { outlet: ['The Arland Post', 'Belmar Wire'][at] ?? '' }),
  ...(at === 0 ? { url: 'https://news.example/arland/envoys-(meet)?id=7&lang=en' } : {}),
  publishedAt: `2031-04-${10 + at}`,
  dateBasis: at === 1 ? 'stated' : 'inferred',
  language: 'en',
  origin: `origin-${at + 1}`,
}));

/** A citation of words of the article with this number, from 1. */
export function quoted(number: number, words: string): Citation {
  const article = articles[number - 1];
  if (!article) throw new Error(`no article ${number}`);
  const start = article.text.indexOf(words);
  return cite(article, start, start + words.length);
}

export const sources: readonly Source[] = articles.map((article, at) => ({
  number: at + 1,
  articleId: article.id,
  ...(article.outlet === undefined ? {} : { outlet: article.outlet }),
  title: article.title,
  ...(article.publishedAt === undefined ? {} : { publishedAt: article.publishedAt }),
  dateBasis: article.dateBasis,
  origin: article.origin,
  ...(article.url === undefined ? {} : { url: article.url }),
}));

export function statement(text: string, ...citations: NonEmpty<Citation>): Statement {
  return { text, citations, origins: new Set(citations.map((citation) => citation.articleId)).size };
}

const meeting = {
  ...statement(
    'On 8 April 2031 envoys of Arland and Belmar met in Coralia, Arland said.',
    quoted(1, 'its envoys had met those of Belmar'),
  ),
  event: 'e1',
};
const shelling = {
  ...statement(
    'On 9 April 2031 Belmar shelled Hollow Ford, a resident said.',
    quoted(2, 'Its army shelled the post at Hollow Ford'),
  ),
  event: 'e2',
};
const offer = statement(
  'Coralia offered to host talks between Arland and Belmar.',
  quoted(3, 'offered to host further talks'),
  quoted(1, 'met those of Belmar in Coralia'),
);

export const brief: Brief = {
  definition: 'de-escalation',
  title: 'De-escalation brief',
  situation: { name: 'Arland–Belmar', parties: ['Arland', 'Belmar'] },
  date: '2031-04-12',
  zone: 'UTC',
  covers: { from: '2031-04-10', to: '2031-04-12', articles: 3, origins: 3 },
  direction: 'mixed',
  tension: {
    index: 41,
    previous: 48,
    series: [
      { date: '2031-04-10', index: 30 },
      { date: '2031-04-11', index: 48 },
      { date: '2031-04-12', index: 41 },
    ],
    change: -7.2,
    movers: [
      { event: 'e1', change: -9.1 },
      { event: 'e2', change: 4.2 },
    ],
    decay: -2.3,
  },
  bottomLine: [
    statement(
      'Coralia keeps a channel open while the two sides differ on whether they met.',
      quoted(3, 'repeated by its president'),
      quoted(2, 'denied on Wednesday'),
    ),
  ],
  sections: [
    { id: 'new', heading: 'New since the last edition', items: [offer] },
    { id: 'calm', heading: 'Steps toward calm', items: [meeting] },
    { id: 'away', heading: 'Steps away from calm', items: [shelling] },
    { id: 'channels', heading: 'Offers and channels', items: [] },
    {
      id: 'disagree',
      heading: 'Sources disagree',
      items: [
        {
          text: 'Whether the envoys met.',
          readings: [
            { text: 'Arland says that they did', citations: [quoted(1, 'Arland said')] },
            { text: 'Belmar denies it', citations: [quoted(2, 'denied on Wednesday')] },
          ],
          handling: 'Left open.',
        },
      ],
    },
    {
      id: 'unknown',
      heading: 'Not known',
      items: [{ text: 'Deaths at Hollow Ford', nearest: [quoted(2, 'a resident said')] }],
    },
  ],
  notices: [{ code: 'late', text: 'This edition is late by two hours.' }],
  sources,
  engine: 'extractive',
};

const answered: Answer = {
  kind: 'answered',
  short: 'Coralia',
  statements: [offer],
  confidence: 'moderate',
};

export function report(answer: Answer, question = 'who offered to host talks?', cited = sources): AnswerReport {
  return { question, answer, sources: cited, engine: 'extractive', tier: 'lexical', elapsedMs: 3 };
}

export const answer: Reply = { kind: 'answer', report: report(answered) };

export const refusal: Reply = {
  kind: 'answer',
  report: report({
    kind: 'unanswered',
    reason: 'no-evidence',
    message: 'No stored article says that Belmar accepted the offer.',
    nearest: [quoted(3, 'Coralia offered to host further talks.')],
  }),
};

/** Text as a hostile article might hold it, in every place of a reply that article text reaches. */
export const attacks = {
  escape: '\u001b]0;owned\u0007\u001b[2J\u009b31mred\u009c',
  ping: '@everyone @here <!channel> <!here> <@U123> <#C123> <@&9> </brief:1>',
  link: '[click](javascript:alert(1)) ![x](https://evil.example/p.png) <https://evil.example|safe> https://evil.example/x',
  markup: '**bold** _it_ `code` ~~no~~ > quote # head <b>tag</b> &lt;i&gt; ||spoiler||',
  bidi: '\u202edesrever\u202c\u2066in\u2069\u200f\u061c',
  hidden: 'zero\u200bwidth\u2060join\ufeff\u00adsoft\u{e0041}\u{e007f}',
} as const;

/** Words of the attacks that must still be readable: nothing is thrown away with them. */
export const attackWords = ['owned', 'red', 'everyone', 'click', 'bold', 'desrever', 'zerowidthjoinsoft'] as const;

export function hostile(): Reply {
  const text = Object.values(attacks).join(' ');
  const source: Source = {
    number: 1,
    articleId: 'evil',
    outlet: text,
    title: text,
    dateBasis: 'unknown',
    origin: 'o',
    url: 'javascript:alert(1)',
  };
  const citation: Citation = { articleId: 'evil', start: 0, end: text.length, quote: text };
  const said: Statement = { text: `A said: ${text}`, citations: [citation], origins: 1 };
  return {
    kind: 'answer',
    report: report({ kind: 'answered', short: text, statements: [said], confidence: 'low' }, text, [source]),
  };
}

/** A brief at all its limits: longer than any platform takes in one message. */
export function longBrief(): Brief {
  const items = (name: string, count: number) =>
    Array.from({ length: count }, (_, at) => {
      const filler = 'with a sentence that goes on for as long as a careful desk would ever let it go on';
      return statement(
        `On ${at + 1} April 2031 ${name} number ${at + 1} was reported, ${filler}.`,
        quoted((at % 3) + 1, articles[at % 3]?.text.slice(0, 30) ?? ''),
      );
    });
  return {
    ...brief,
    sections: [
      { id: 'new', heading: 'New since the last edition', items: items('news', 20) },
      { id: 'calm', heading: 'Steps toward calm', items: items('calm', 20) },
      { id: 'away', heading: 'Steps away from calm', items: items('strike', 20) },
      { id: 'next', heading: 'What is next', items: items('plan', 20) },
    ],
  };
}
