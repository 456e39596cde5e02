import type { Change } from './text.ts';

// English words and what stands for them, so that names and numbers stay and the rest is foreign.
const german = `the:die a:ein an:ein of:von in:in on:am to:zu and:und said:sagte that:dass was:wurde were:wurden by:von has:hat
have:haben had:hatte will:wird would:würde not:nicht for:für from:aus with:mit after:nach at:bei its:seine their:ihre
troops:Truppen soldiers:Soldaten people:Menschen killed:getötet talks:Gespräche government:Regierung military:Militär
ceasefire:Waffenruhe agreement:Abkommen minister:Minister ministry:Ministerium defence:Verteidigungs foreign:Außen
border:Grenze town:Stadt which:was while:während near:bei army:Armee could:könnte may:könnte must:muss is:ist are:sind
more:mehr than:als two:zwei three:drei Monday:Montag Tuesday:Dienstag Wednesday:Mittwoch Thursday:Donnerstag Friday:Freitag
Saturday:Samstag Sunday:Sonntag president:Präsident it:es they:sie he:er as:als who:der spokesman:Sprecher told:sagte
between:zwischen its:seine been:worden years:Jahre weeks:Wochen months:Monate attack:Angriff security:Sicherheits`;
const spanish = `the:el a:un an:un of:de in:en on:el to:a and:y said:dijo that:que was:fue were:fueron by:por has:ha have:han
had:había will:va would:iba not:no for:para from:desde with:con after:después at:en its:su their:sus troops:tropas
soldiers:soldados people:personas killed:muertas talks:conversaciones government:gobierno military:militar ceasefire:tregua
agreement:acuerdo minister:ministro ministry:ministerio defence:defensa foreign:exterior border:frontera town:ciudad
which:que while:mientras near:cerca army:ejército could:podría may:puede must:debe is:es are:son more:más than:que two:dos
three:tres Monday:lunes Tuesday:martes Wednesday:miércoles Thursday:jueves Friday:viernes Saturday:sábado Sunday:domingo
president:presidente it:eso they:ellos he:él as:como who:quien spokesman:portavoz told:dijo between:entre been:sido
years:años weeks:semanas months:meses attack:ataque security:seguridad`;
const french = `the:le a:un an:un of:de in:dans on:le to:à and:et said:dit that:que was:fut were:furent by:par has:a have:ont
had:avait will:va would:allait not:pas for:pour from:depuis with:avec after:après at:à its:son their:leurs troops:troupes
soldiers:soldats people:personnes killed:tuées talks:pourparlers government:gouvernement military:militaire ceasefire:trêve
agreement:accord minister:ministre ministry:ministère defence:défense foreign:étranger border:frontière town:ville
which:qui while:tandis near:près army:armée could:pourrait may:peut must:doit is:est are:sont more:plus than:que two:deux
three:trois Monday:lundi Tuesday:mardi Wednesday:mercredi Thursday:jeudi Friday:vendredi Saturday:samedi Sunday:dimanche
president:président it:il they:ils he:il as:comme who:qui spokesman:porte-parole told:déclaré between:entre been:été
years:ans weeks:semaines months:mois attack:attaque security:sécurité`;

const glossaries = [german, spanish, french].map(
  (words) => new Map(words.split(/\s+/).map((pair) => pair.split(':') as [string, string])),
);

// Whole sentences for those entries whose claim begins so.
const whole: readonly (readonly [string, readonly string[]])[] = [
  [
    'Two short-range ballistic missiles',
    [
      'Nordkorea hat am Dienstagmorgen zwei ballistische Kurzstreckenraketen in Richtung Osten abgefeuert.',
      '北朝鲜周二早上向其东部海域发射了两枚短程弹道导弹。',
    ],
  ],
  [
    'Four Chinese patrol vessels',
    [
      'La guardia costera de Taiwán expulsó el lunes a cuatro patrulleras chinas de aguas restringidas.',
      '台湾海巡署周一下午驱离了金门附近的四艘中国巡逻船。',
    ],
  ],
  [
    'Five oil workers',
    ['El Ejército de Liberación Nacional liberó el domingo a cinco trabajadores petroleros en Arauca.'],
  ],
  [
    'Pakistani authorities closed',
    ['پاکستانی حکام نے بدھ کو طورخم گزرگاہ بند کر دی۔', 'Пакистанские власти закрыли в среду переход Торхам.'],
  ],
  [
    'Seven sites used',
    [
      'پاکستان نے جمعرات کی صبح ایران کے صوبے سیستان میں سات ٹھکانوں پر حملہ کیا۔',
      'پاکستان سحرگاه پنجشنبه هفت محل را در سیستان و بلوچستان ایران هدف قرار داد.',
    ],
  ],
  [
    'All public rallies',
    ['Le gouvernement militaire du Niger a interdit tous les rassemblements publics à Niamey pendant trois semaines.'],
  ],
  ['Serbia and Kosovo', ['Srbija i Kosovo nisu u ponedeljak rešili spor oko registarskih tablica.']],
  [
    'The first ship carrying Ukrainian grain',
    [
      'Первое судно с украинским зерном вышло из порта Одессы в понедельник утром.',
      'Перше судно з українським зерном вийшло з порту Одеси в понеділок вранці.',
    ],
  ],
  [
    'Thousands of people protested',
    ['אלפי בני אדם הפגינו מחוץ לכנסת בירושלים ביום ראשון.', 'تظاهر آلاف الأشخاص أمام البرلمان في القدس يوم الأحد.'],
  ],
  [
    "Haiti's prime minister stepped down",
    ['Le premier ministre haïtien a démissionné jeudi, ouvrant la voie à un conseil de transition.'],
  ],
  ['Israel and Hamas', ['اتفقت إسرائيل وحماس على تمديد الهدنة يومين.']],
  [
    'Russia and Ukraine swapped',
    [
      'Россия и Украина обменялись в среду примерно 400 военнопленными.',
      'Rusia y Ucrania intercambiaron el miércoles unos 400 prisioneros de guerra.',
    ],
  ],
  [
    'Turkey, Bulgaria and Romania',
    [
      'Türkiye, Bulgaristan ve Romanya perşembe günü İstanbul’da Karadeniz’deki mayınların temizlenmesi için anlaşma imzaladı.',
    ],
  ],
  [
    'The ambassadors of Pakistan',
    ['پاکستان اور ایران کے سفیر اپنے عہدوں پر واپس آ گئے۔', 'سفیران پاکستان و ایران به محل کار خود بازگشتند.'],
  ],
];

/** The sentence in another language: as translated by hand where it was, else with its small words exchanged. */
export const otherLanguage: Change = ({ text }, random) => {
  const byHand = whole.find(([start]) => text.startsWith(start));
  if (byHand !== undefined && random.below(2) === 0) return random.pick(byHand[1]);
  return glossed(text, random.pick(glossaries));
};

// Too few known words would leave an English sentence.
function glossed(text: string, glossary: ReadonlyMap<string, string>): string | undefined {
  let known = 0;
  const words = text.split(' ').map((word) => {
    const [, core = '', end = ''] = /^(.*?)([.,"]*)$/.exec(word) ?? [];
    const other = glossary.get(core) ?? glossary.get(core.toLowerCase());
    known += other === undefined ? 0 : 1;
    return (other ?? core) + end;
  });
  return known / words.length < 0.5 ? undefined : words.join(' ').replace(/^./, (first) => first.toUpperCase());
}
