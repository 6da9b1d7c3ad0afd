import type { Look } from '../pair.js'

/** By levels that are lacking: one can be made up in a joint project, three cannot. */
const BY_LACK = [1, 0.6, 0.3] as const

export const maturityValue: Look = ({ wanted, offered }) => {
  const [least, has] = [wanted.maturity, offered.maturity]
  if (has === null || least === null) {
    const of = least === null ? 'seeker' : 'provider'
    return {
      value: null,
      said: { zh: '成熟度未知', en: 'Readiness not known' },
      asks: {
        of,
        text:
          of === 'seeker'
            ? { zh: '写明至少要到哪一级技术成熟度', en: 'Say which readiness level is needed at least' }
            : { zh: '登记对方的技术成熟度', en: 'Enter the readiness level of the other side' },
      },
    }
  }
  const lack = least - has
  return {
    value: lack <= 0 ? 1 : (BY_LACK[lack] ?? 0),
    said:
      lack <= 0
        ? {
            zh: `成熟度 ${has} 级，达到所要的 ${least} 级`,
            en: `Readiness ${has}, at least the ${least} asked`,
          }
        : {
            zh: `成熟度 ${has} 级，比所要的 ${least} 级低 ${lack} 级`,
            en: `Readiness ${has}, ${lack} below the ${least} asked`,
          },
  }
}
