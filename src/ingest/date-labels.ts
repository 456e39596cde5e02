/** Words that say what the date behind them is of, by language; each list is matched at the head of a line. */
const PUBLISHED = [
  '(?:first |originally |article |date |e)?(?:published|posted|publish(?:ed)? date|publication date|date posted|date published|posted date|released|release date|created|date created|submitted)',
  '(?:veröffentlicht|erstellt|erschienen|publiziert|online seit|veröffentlichungsdatum|erscheinungsdatum|erstveröffentlichung|verfasst|gepostet)',
  '(?:publié|posté|paru|mis en ligne|date de publication|publication)e?',
  '(?:publicad[oa]|fecha de publicación|data de publicação|publicat|data de publicació)',
  '(?:pubblicat[oa]|data di pubblicazione|data pubblicazione|inserito)',
  '(?:gepubliceerd|geplaatst|publicatiedatum)',
  '(?:yayınlanma|yayımlanma|yayın tarihi|giriş tarihi|giriş|eklenme|oluşturulma)(?: tarihi)?',
  '(?:опубликовано|дата публикации|опубликована|размещено|создано|опубліковано|дата публікації|апублікавана|публикувано|публикувана|објављено|објавено)',
  '(?:opublikowano|data publikacji|dodano|utworzono|publikacja|publikováno|vydáno|zveřejněno|publikované|zverejnené|objavljeno|datum objave)',
  '(?:publicerad(?:es)?|publicerat|publisert|publiceret|udgivet|offentliggjort|lagt ut|julkaistu|közzétéve|megjelent|publikálva|avaldatud|publicēts|publikuota|paskelbta)',
  '(?:publicat|data publicării|postat|u botua|publikuar)',
  '(?:δημοσιεύτηκε|δημοσιεύθηκε|δημοσίευση|ημ\\. δημοσίευσης)',
  '(?:diterbitkan|dipublikasikan|dipublikasi|tayang|terbit|diterbitkan pada|ngày đăng|đăng ngày|đăng lúc|xuất bản)',
  '(?:تاريخ النشر|نُ?شرت?|نُشر|منشور|تاریخ انتشار|انتشار|منتشر شده|تاریخ اشاعت|اشاعت|פורסם|תאריך פרסום|प्रकाशित|প্রকাশিত|প্রকাশ|เผยแพร่(?:เมื่อ)?)',
  '(?:公開日?|投稿日?|掲載日?|配信日?|発表日?|发布(?:时间|日期|于)?|發布(?:時間|日期|於)?|发表(?:时间|于)?|發表(?:時間|於)?|입력|등록일?|게시일?|발행일?|작성일?|기사입력)',
];
const UPDATED = [
  '(?:last |latest |article |page |date )?(?:updated?|modified|edited|changed|reviewed|revised|update|modification)(?: date)?',
  '(?:(?:zuletzt |letzte |letztes )?(?:aktualisiert|aktualisierung|geändert|änderung|update|bearbeitet)|stand)',
  '(?:dernière )?(?:mis à jour|mise à jour|modifiée?|modification|actualisée?)',
  '(?:última |ultima |darrera )?(?:actualizad[oa]|atualizad[oa]|actualización|atualização|modificad[oa]|modificación|modificação|actualitzat)',
  '(?:ultim[oa] )?(?:aggiornat[oa]|aggiornamento|modificat[oa]|modifica)',
  '(?:laatst |laatste )?(?:bijgewerkt|gewijzigd|wijziging|aangepast)',
  '(?:son )?(?:güncellenme|güncelleme)(?: tarihi)?',
  '(?:(?:последнее )?обновлен[оие]|дата обновления|изменено|останнє оновлення|оновлено|обновена|актуализирано|ажурирано)',
  '(?:(?:ostatnia )?aktualizacja|zaktualizowano|zmodyfikowano|aktualizováno|poslední aktualizace|upraveno|aktualizované|ažurirano|posodobljeno)',
  '(?:(?:senast |sist |sidst )?(?:uppdaterad|uppdaterat|ändrad|oppdatert|opdateret|endret)|päivitetty|muokattu|frissítve|frissült|módosítva|uuendatud|atjaunots|atnaujinta)',
  '(?:actualizat|ultima actualizare|u përditësua|(?:τελευταία )?(?:ενημέρωση|ενημερώθηκε)|diperbarui|cập nhật(?: lần cuối)?)',
  '(?:آخر تحديث|تحديث|حُ?دّ?ثت?|آخرین (?:به‌روزرسانی|بروزرسانی|ویرایش)|به‌روزرسانی|بروزرسانی|עודכן|עדכון אחרון|अपडेट|अद्यतन|আপডেট|হালনাগাদ|อัปเดต(?:ล่าสุด)?|แก้ไข)',
  '(?:最終更新日?|更新日?時?|修正日?|更新(?:时间|日期|于|時間|於)|修改(?:时间|于)?|최종 ?수정|수정일?|업데이트|기사수정)',
];
/** Says that a date follows, but not of what: the page or an entry of a chronology. */
const BARE =
  'date|datum|fecha|data|tarih|дата|vom|issued|dátum|ημερομηνία|tanggal|ngày|التاريخ|تاريخ|تاریخ|תאריך|तारीख|日期|日時|日付|时间|時間';
/** What may stand between a label and its date. */
const BETWEEN = String.raw`(?:\s*(?:[:：]|\b(?:on|at|am|den|le|el|em|il|op|pe|la|dne|dnia|den|d|i|kl|pada|vào|lúc|ngày|in data|um)\b\.?|(?:в|на|ב-?|في|در|पर)(?=\s)))*`;

const headOf = (...words: readonly string[]): RegExp => new RegExp(`^(?:${words.join('|')})(?!\\p{L})${BETWEEN}`, 'iu');

export const PUBLISHED_LABEL = headOf(...PUBLISHED);
export const UPDATED_LABEL = headOf(...UPDATED);
export const BARE_LABEL = headOf(BARE);
/** A label alone on its line, its date on the next. */
export const LABEL_ALONE = new RegExp(`^(?:${[...PUBLISHED, ...UPDATED].join('|')})(?!\\p{L})${BETWEEN}\\s*$`, 'iu');
/** Where one line states several dates. */
export const PARTS = new RegExp(
  String.raw`\s*[|•·‖;]\s*|\s+(?=\(?(?:${UPDATED.join('|')})(?!\p{L}))|\s[–—-]\s(?=\p{L})|\s*//\s*`,
  'iu',
);
