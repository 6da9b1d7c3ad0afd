import { date, identifier, money, quantity, reference, text } from '../fields/index.js'
import type { Feed } from './feed.js'
import { kind } from './kind.js'

const INVESTED: Feed = {
  party: 'company',
  as: 'record',
  record: '股权投资',
  cells: { 投资金额: 'amount', 到位日期: 'investedOn', 占股比例: 'share' },
}

export const investment = kind('investment', '投资', 'Investment', { code: 'number', feeds: [INVESTED] }, [
  text('name', '投资事件', 'Investment', { headers: ['事件名称', '融资事件'], required: true, weight: 3 }),
  identifier('number', '编号', 'Number', 'own-code', { weight: 1 }),
  reference('company', '被投企业', 'Invested in', 'enterprise', {
    headers: ['企业名称', '融资企业'],
    weight: 5,
  }),
  reference('investor', '投资方', 'Investor', 'financier', { headers: ['投资机构'], weight: 5 }),
  text('round', '轮次', 'Round', { headers: ['融资轮次'], weight: 3 }),
  money('amount', '投资金额', 'Amount', { headers: ['金额', '融资金额'], weight: 5 }),
  quantity('share', '占股比例', 'Share', '%', { weight: 1, visibility: 'staff' }),
  date('investedOn', '投资日期', 'Invested on', { headers: ['到位日期', '日期'], weight: 4 }),
])
