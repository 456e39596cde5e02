import { describe, expect, it } from 'vitest';
import { dateAmongWords, dateOfLine, dateOfShortLine, dateOfUrl, dateOfValue } from '../../src/ingest/stated-date.ts';

const now = Date.parse('2024-06-01T12:00:00Z');

describe('a day in words', () => {
  it.each([
    ['ar', 'الثلاثاء 5 مارس 2024'],
    ['ar in its own digits', '٥ مارس ٢٠٢٤'],
    ['ar of the Levant', '5 آذار 2024'],
    ['az', '5 mart 2024'],
    ['be', '5 сакавіка 2024'],
    ['bg', '5 март 2024 г.'],
    ['bn', '৫ মার্চ ২০২৪'],
    ['ca', '5 de març de 2024'],
    ['cs', 'úterý 5. března 2024'],
    ['da', '5. marts 2024 kl. 10.30'],
    ['de', 'Dienstag, 5. März 2024, 10:30 Uhr'],
    ['el', 'Τρίτη 5 Μαρτίου 2024, 10:30'],
    ['en', 'Tuesday, March 5th, 2024 at 10:30 am'],
    ['es', 'martes, 5 de marzo de 2024 10:30 h'],
    ['et', '5. märts 2024'],
    ['fa', '۵ مارس ۲۰۲۴'],
    ['fi', 'tiistaina 5. maaliskuuta 2024'],
    ['fr', 'mardi 5 mars 2024 à 10h30'],
    ['he', '5 במרץ 2024'],
    ['hi', '5 मार्च 2024'],
    ['hr', '5. ožujka 2024.'],
    ['hu', '2024. március 5., kedd'],
    ['hy', '5 մարտի 2024'],
    ['id', 'Selasa, 5 Maret 2024 10:30 WIB'],
    ['is', '5. mars 2024'],
    ['it', 'martedì 5 marzo 2024 alle 10:30'],
    ['ja', '2024年3月5日 10:30'],
    ['ka', '5 მარტი 2024'],
    ['ko', '2024.03.05. 오전 10:30'],
    ['lt', '2024 m. kovo 5 d.'],
    ['lv', '2024. gada 5. marts'],
    ['nl', 'dinsdag 5 maart 2024'],
    ['no', 'tirsdag 5. mars 2024'],
    ['pl', 'wtorek, 5 marca 2024'],
    ['pt', 'terça-feira, 5 de março de 2024 às 10h30'],
    ['ro', 'marți, 5 martie 2024'],
    ['ru', '5 марта 2024 года, 10:30'],
    ['sk', 'utorok 5. marca 2024'],
    ['sl', 'torek, 5. marec 2024'],
    ['sq', '5 mars 2024'],
    ['sr', '5. март 2024.'],
    ['sv', 'tisdag 5 mars 2024'],
    ['th', '5 มีนาคม 2567'],
    ['tr', '5 Mart 2024 Salı'],
    ['uk', '5 березня 2024 р.'],
    ['ur', '5 مارچ 2024'],
    ['vi', 'ngày 5 tháng 3 năm 2024'],
    ['zh', '2024年3月5日'],
  ])('%s', (_, words) => {
    expect(dateOfValue(words, now)).toBe('2024-03-05');
  });
});

describe('a label says what the day is of', () => {
  it.each([
    ['Published on 5 March 2024', 'published'],
    ['Erschienen am: 05.03.2024', 'published'],
    ['Publié le 5 mars 2024 à 10h30', 'published'],
    ['Publicado el 5 de marzo de 2024', 'published'],
    ['Pubblicato il 5 marzo 2024', 'published'],
    ['Gepubliceerd op 5 maart 2024', 'published'],
    ['Opublikowano: 5 marca 2024', 'published'],
    ['Publikováno 5. března 2024', 'published'],
    ['Publicerad 5 mars 2024', 'published'],
    ['Julkaistu 5.3.2024', 'published'],
    ['Közzétéve: 2024. március 5.', 'published'],
    ['Опубликовано: 5 марта 2024', 'published'],
    ['Опубліковано 5 березня 2024', 'published'],
    ['Yayınlanma Tarihi: 05.03.2024 10:30', 'published'],
    ['تاريخ النشر: 5 مارس 2024', 'published'],
    ['发布时间：2024-03-05 10:30', 'published'],
    ['公開日：2024年3月5日', 'published'],
    ['입력 2024.03.05. 오전 10:30', 'published'],
    ['Diterbitkan 5 Maret 2024', 'published'],
    ['Ngày đăng: 5 tháng 3, 2024', 'published'],
    ['Last modified: 5 March 2024', 'updated'],
    ['Letzte Änderung: 05.03.2024 - 14:49:39', 'updated'],
    ['Zuletzt aktualisiert am 5. März 2024', 'updated'],
    ['Dernière mise à jour : 5 mars 2024', 'updated'],
    ['Última actualización: 5 de marzo de 2024', 'updated'],
    ['Ultimo aggiornamento 5 marzo 2024', 'updated'],
    ['Laatst bijgewerkt: 5 maart 2024', 'updated'],
    ['Aktualizacja: 5 marca 2024', 'updated'],
    ['Обновлено 5 марта 2024', 'updated'],
    ['آخر تحديث: 5 مارس 2024', 'updated'],
    ['更新日：2024年3月5日', 'updated'],
    ['최종수정 2024.03.05', 'updated'],
  ] as const)('%s', (line, basis) => {
    expect(dateOfLine(line, now)).toEqual({ date: '2024-03-05', basis });
  });

  it.each([
    ['Published 4 March 2024, last updated 5 March 2024', '2024-03-04'],
    ['Veröffentlicht: 04.03.2024 Aktualisiert: 05.03.2024', '2024-03-04'],
    ['Publié le 4 mars 2024 | Mis à jour le 5 mars 2024', '2024-03-04'],
  ])('and of two the one of publication is taken: %s', (line, date) => {
    expect(dateOfLine(line, now)).toEqual({ date, basis: 'published' });
  });
});

describe('numbers alone', () => {
  it('parted by slashes are read in the order of the page, where that is known', () => {
    expect(dateOfValue('03/04/2024', now)).toBeUndefined();
    expect(dateOfValue('03/04/2024', now, 'day first')).toBe('2024-04-03');
    expect(dateOfValue('03/04/2024', now, 'month first')).toBe('2024-03-04');
    expect(dateOfValue('31/03/2024', now, 'month first')).toBe('2024-03-31');
  });

  it('may cut the year short where a page marks them as its date', () => {
    expect(dateOfShortLine('05.03.24, 10:30 Uhr', now)).toBe('2024-03-05');
    expect(dateOfShortLine('5/3/24', now)).toBe('2024-03-05');
    expect(dateOfLine('05.03.24', now)).toBeUndefined();
    expect(dateOfShortLine('10.5.3.24', now)).toBeUndefined();
  });

  it('that give a range are no day', () => {
    expect(dateOfValue('2024-03-05 - 2024-03-09', now)).toBeUndefined();
    expect(dateAmongWords('Fair, 5 March 2024 to 9 March 2024', now)).toBeUndefined();
  });

  it('in one run within an address state the day, other numbers do not', () => {
    expect(dateOfUrl('https://a.example/texts/24/20240305-talks.html', now)).toBe('2024-03-05');
    expect(dateOfUrl('https://a.example/news-20240305.html', now)).toBe('2024-03-05');
    expect(dateOfUrl('https://a.example/item-20249905', now)).toBeUndefined();
    expect(dateOfUrl('https://a.example/12020240305', now)).toBeUndefined();
  });
});
