import type { Lang } from '../../shared/text.js'
import type { Reason } from './score.js'

const SCHEME = {
  'credit-code': { zh: '统一社会信用代码', en: 'social credit code' },
  orcid: { zh: 'ORCID', en: 'ORCID iD' },
  'patent-number': { zh: '专利号', en: 'patent number' },
  doi: { zh: 'DOI', en: 'DOI' },
} as const

const FINDING = {
  'same-name': { zh: '名称相同', en: 'the same name' },
  'other-legal-form': { zh: '名称相同，组织形式不同', en: 'the same name with another legal form' },
  'without-legal-form': {
    zh: '名称相同，一处未写组织形式',
    en: 'the same name, once without its legal form',
  },
  'other-branch': { zh: '一处是分支机构，或两处分支不同', en: 'one is a branch, or the branches differ' },
  'short-name': { zh: '一处是另一处的简称', en: 'one is short for the other' },
  alike: { zh: '名称相近', en: 'names that are alike' },
  unlike: { zh: '名称不同', en: 'other names' },
  'same-words': { zh: '题名相同（不计标点与大小写）', en: 'the same title but for punctuation and case' },
  'same-person-name': { zh: '姓名相同（可能重名）', en: 'the same name, which two people may have' },
  'like-person-name': { zh: '姓名写法相近', en: 'names that may be one person’s' },
} as const

const LONGEST = 60

/** A reason as a sentence. */
export function tellReason(reason: Reason, lang: Lang): string {
  const zh = lang === 'zh'
  switch (reason.about) {
    case 'identifier': {
      const scheme = SCHEME[reason.scheme][lang]
      if (reason.agrees) return zh ? `${scheme}相同：${reason.left}` : `the same ${scheme}: ${reason.left}`
      return zh
        ? `${scheme}不同：${reason.left} / ${reason.right}`
        : `another ${scheme}: ${reason.left} / ${reason.right}`
    }
    case 'name':
      return `${FINDING[reason.finding][lang]}${zh ? '：' : ': '}${cut(reason.left)} / ${cut(reason.right)}`
    case 'regions':
      return zh ? '名称中的地区不同' : 'the names give different regions'
    case 'field': {
      const how = HOW[reason.alike === 1 ? 'equal' : reason.points > 0 ? 'alike' : 'differs'][lang]
      const values = reason.alike === 1 ? cut(reason.left) : `${cut(reason.left)} / ${cut(reason.right)}`
      return zh ? `${reason.field} ${how}：${values}` : `${reason.field} ${how}: ${values}`
    }
  }
}

const HOW = {
  equal: { zh: '相同', en: 'is the same' },
  alike: { zh: '相近', en: 'is alike' },
  differs: { zh: '不同', en: 'differs' },
} as const

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
