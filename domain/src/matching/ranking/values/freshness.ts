import { parseDay } from '../../../shared/day.js'
import type { Look } from '../pair.js'

const DAYS_A_MONTH = 365.25 / 12

export const freshnessValue: Look = ({ offered }, { today, weights }) => {
  const [on, now] = [parseDay(offered.datedOn ?? ''), parseDay(today)]
  if (on === undefined || now === undefined)
    return {
      value: null,
      said: { zh: '日期未知', en: 'Date not known' },
      asks: {
        of: 'provider',
        text: {
          zh: '登记完成日期，或确认仍然有效',
          en: 'Enter when it was completed, or confirm that it stands',
        },
      },
    }
  const months = Math.max(0, (now - on) / DAYS_A_MONTH)
  return {
    value: 0.5 ** (months / weights.halfLifeMonths),
    said: { zh: `${offered.datedOn} 的信息`, en: `As of ${offered.datedOn}` },
  }
}
