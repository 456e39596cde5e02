import { readdirSync, readFileSync } from 'node:fs';
import type { TypedSentence } from '../../src/events/type-features.ts';

/** A sentence written for training, and its type. */
export interface Example extends TypedSentence {
  readonly type: string;
}

const SOURCES =
  `Kenya|The Kenyan government|Colombia's president|The Turkish foreign minister|Foreign Minister Amina Sesay|Rebels in northern Mali|The army of Myanmar|Police in Lagos|A court in Lima|Prosecutors in Seoul|The opposition in Serbia|Thousands of students in Dhaka|Workers at the Kitimat port|The teachers' union of Ghana|The United Nations|The World Food Programme|The European Union|The African Union|A UN envoy|Hezbollah|The militia|Suspected militants|Gunmen|The Philippine navy|Indonesia|The Czech prime minister|President Lucia Ferro of Peru|Armenia and Azerbaijan|Both countries|Israel|The Israeli military|Palestinian militants|Russia|Ukrainian forces|China|Beijing|Washington|The US State Department|The White House|The Senate|A federal judge|The Supreme Court|The ruling party of Zambia|Human rights groups|The Red Cross|The mayor of Tbilisi|Farmers in Punjab|Protesters in Caracas|The central bank|The regulator|Saudi Arabia|The Houthis|Sudan's Rapid Support Forces|The Ethiopian prime minister|Somalia|Egypt's interior ministry|Jordan's king|Pope Leo|The bishops of Nicaragua|A Norwegian aid agency|Canada|Brazil's finance minister|The Venezuelan authorities|Cuba|Haiti's prime minister|The Taliban|Afghan officials|North Korea|South Korea|Japan|The Thai junta|Sri Lanka|Nepal's Maoists|The Dutch government|Poland|Greece and Turkey|Cyprus|Lebanon's speaker|Iraqi security forces|Kurdish fighters|Syria`.split(
    '|',
  );
const TARGETS =
  `Uganda|the Ugandan government|the president|the prime minister|opposition leaders|the opposition|rebels in the north|the rebels|the Islamist group|civilians|protesters|a journalist|two journalists|student leaders|the neighbouring country|its neighbour|Bolivia|Chile|Moscow|Tehran|Ankara|the United States|the European Union|the United Nations|a UN convoy|the port city of Odesa|the village of Kanda|a police station|a military base|a market in Mogadishu|refugees|migrants|aid workers|workers|the union|the company|a mining company|the central bank|the court|the electoral commission|the parliament|Foreign Minister Petra Novak|her Hungarian counterpart|the Malian army|the Congolese army|the security forces|soldiers|a former minister|the former president|the ruling party|local officials|tribal leaders|the Kurdish region|the disputed island|the border area|the capital|eastern Ghouta|Gaza|Hamas|Taiwan|Japan and South Korea|Baltic states|a dissident writer|religious minorities|women|farmers|indigenous groups|the peace talks|the agreement|the plan|the bill|the decision|the ruling|the new law|the election|the truce|the deal|a fishing boat|a cargo ship|Iranian banks|Greek ships`.split(
    '|',
  );
const OPENERS = [
  '',
  '',
  '',
  '',
  'On Tuesday, ',
  'NAIROBI, March 3 - ',
  'Earlier this week ',
  'In a statement on Friday, ',
  'Last year, ',
  'Hours later, ',
];
const INSERTS = [
  '',
  '',
  '',
  '',
  '',
  ' on Monday',
  ' has',
  ' also',
  ' on Thursday',
  ', meanwhile,',
  ' have',
  ', which borders the lake,',
  ' repeatedly',
];
const TAILS = [
  '.',
  '.',
  '.',
  ' on Sunday.',
  ', officials said.',
  ' in the capital.',
  ' after weeks of tension.',
  ', a spokesman said on Wednesday.',
  ' during a visit to the region.',
  ' as the crisis deepened.',
  ', state media reported.',
  ' in 2016.',
  ' for the second time this year.',
  ', according to local media.',
  ' despite international pressure.',
];
const LINKS = [
  ', a day after the sides ',
  ', while others ',
  ', months after rivals ',
  ' and later ',
  ', weeks before it ',
];
const SENTENCES_A_PHRASE = 16;

/** The phrases by type, in the order of the file. */
function phrases(): [string, string][] {
  let type = '';
  return readFileSync(new URL('phrases.txt', import.meta.url), 'utf8')
    .split('\n')
    .flatMap((line): [string, string][] => {
      if (line.startsWith('## ')) type = line.slice(3);
      return line === '' || line.startsWith('#') ? [] : [[type, line]];
    });
}

/** The sentences that were written whole, from the files of `sentences/`. */
export function written(): Example[] {
  const folder = new URL('sentences/', import.meta.url);
  return readdirSync(folder)
    .sort()
    .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Example)
    .filter((example) => example.type !== null);
}

/** Sentences put together from the phrases, the same ones every time: `random` gives numbers from 0 to 1. */
export function* examples(random: () => number): Generator<Example> {
  const all = phrases();
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  for (const [type, phrase] of all)
    for (let count = 0; count < SENTENCES_A_PHRASE; count += 1) {
      const [source, target] = [any(SOURCES), any(TARGETS)];
      const passive = random() < 0.12 && /^\S+ed \{t\}/.test(phrase);
      const aside = random() < 0.3 ? any(LINKS) + any(all)[1].replace('{t}', any(TARGETS)) : '';
      const act = phrase.replace('{t}', target);
      const told = passive
        ? `${capital(target)} was ${phrase.replace(' {t}', '')} by ${source}`
        : `${source}${any(INSERTS)} ${act}`;
      const sentence = `${any(OPENERS)}${told}${aside}${any(TAILS)}`;
      yield { type, sentence, source, target: passive ? capital(target) : target };
    }
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
