import type { Language } from './language.ts';

function sign(shown: string, certain = shown) {
  return { shown: new RegExp(shown, 'u'), certain: new RegExp(certain, 'u') };
}

export const chinese: Language = {
  code: 'zh',
  english: 'Chinese',
  own: '中文',
  direction: 'ltr',
  script: 'Han',
  ownSigns: /\p{Script=Han}/u,
  foreignSigns: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u,
  whole: '由语言模型翻译。',
  partly: '由语言模型翻译；{all} 句中有 {kept} 句保留英文。',
  yes: '是',
  no: '否',
  decimal: '.',
  negation:
    /不(?!同(?!意)|一(?!定)|久|断|仅|过|少|但|止|幸|满|安)|没(?!收)|未(?!来)|无(?!人机|人驾驶|线|论|疑|辜)|毫无|从未|并非|绝非|否$|^否/u,
  possible: sign('可能|或许|也许|或会|或将|恐怕|可以|能够|有望|能(?!源)', '可能|或许|也许|或会|或将'),
  planned: sign(
    '将(?!军|领|士)|计划|打算|拟|准备|预计|即将|会(?!议|谈|见|晤|长|员|面|场|同|计)|定于|预定|有意|要',
    '将(?!军|领|士|其|[\\p{Script=Han}]{0,6}(?:归还|遣返|驱逐|召回))|计划(?=于|在|\\p{Script=Han})|打算|拟|即将|定于|预定',
  ),
  must: sign('必须|必需|应该|应当|应(?!对|急|邀|用|答|付|战|允|约)|须|需要|务必|不得不', '必须|应该|应当|务必'),
  numbers: {},
  scales: ['千', '百万', '十亿'],
  percent: /[%％]|百分之/u,
  inflection: { kind: 'none' },
  states: {
    US: '美国;美方;美军;美利坚',
    GB: '英国',
    AE: '阿联酋;阿拉伯联合酋长国',
    PS: '巴勒斯坦',
    CD: '刚果民主共和国;刚果（金）;刚果(金)',
    CG: '刚果共和国;刚果（布）;刚果(布)',
    KP: '朝鲜;北韩',
    KR: '韩国;南韩',
    SA: '沙特阿拉伯;沙特',
    UN: '联合国',
    EU: '欧盟;欧洲联盟',
    CN: '中国;中方',
    TR: '土耳其',
    RU: '俄罗斯;俄方;俄军',
    IR: '伊朗;伊方',
    PK: '巴基斯坦;巴方',
    BA: '波黑;波斯尼亚和黑塞哥维那',
    CF: '中非共和国;中非',
    MM: '缅甸',
    MK: '北马其顿',
  },
};
