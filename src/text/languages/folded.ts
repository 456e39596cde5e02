const same: Readonly<Record<string, string>> = {
  ...{ ʼ: "'", '’': "'", '‘': "'", '׳': "'", '״': '"', '`': "'", ı: 'i' },
  ...{ ي: 'ی', ى: 'ی', ك: 'ک', ة: 'ه', ہ: 'ه', ۃ: 'ه', ە: 'ه', ھ: 'ه' },
  ...{ ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ' },
};
const varied = new RegExp(`[${Object.keys(same).join('')}]`, 'gu');

/** A text as words of any script are compared: small letters without marks, one form of each letter. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{Mn}\u0640]/gu, '')
    .toLowerCase()
    .replace(varied, (sign) => same[sign] ?? sign);
}
