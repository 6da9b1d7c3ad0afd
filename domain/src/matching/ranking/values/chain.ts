import type { Look } from '../pair.js'

/** By steps in the industry chain; further ones hardly differ. */
const BY_STEPS = [1, 0.75, 0.45, 0.2] as const

export const chainValue: Look = ({ chain }) => {
  if (chain === null)
    return {
      value: null,
      said: { zh: '产业链位置未知', en: 'Place in the industry chain not known' },
      asks: {
        of: 'provider',
        text: {
          zh: '登记双方的产品或行业，可算出产业链上的距离',
          en: 'With products or industries of both the distance in the chain can be told',
        },
      },
    }
  const { steps, at } = chain
  if (steps === null)
    return { value: 0, said: { zh: '产业链上没有联系', en: 'Nothing joins them in the industry chain' } }
  const same = steps === 0
  return {
    value: BY_STEPS[steps] ?? 0.1,
    said: {
      zh: `${same ? '在产业链的同一环节' : `产业链上相距 ${steps} 步`}${at === null ? '' : `，对方在“${at}”`}`,
      en: `${same ? 'At the same place in the industry chain' : `${steps} steps apart in the industry chain`}${at === null ? '' : `, the other side at “${at}”`}`,
    },
  }
}
