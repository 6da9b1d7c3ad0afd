import { LEVELS } from '../codes/index.js'
import { choice, date, identifier, money, reference, text } from '../fields/index.js'
import { type Feed, LEVELS_OF_PACKS } from './feed.js'
import { kind } from './kind.js'

const RECEIVED: readonly Feed[] = [
  { party: 'recipient', as: 'received', programme: 'programme' },
  {
    party: 'recipient',
    as: 'record',
    record: '获得奖补',
    cells: { 金额: 'amount', 拨付日期: 'receivedOn', 级别: { field: 'level', codes: LEVELS_OF_PACKS } },
  },
]

/** Awards and subsidies that were received. */
export const award = kind('award', '奖补记录', 'Award received', { code: 'number', feeds: RECEIVED }, [
  text('name', '奖补名称', 'Award', {
    headers: ['奖励名称', '补助名称', '项目名称'],
    required: true,
    weight: 5,
  }),
  identifier('number', '批复文号', 'Number', 'own-code', { headers: ['文号', '编号'], weight: 2 }),
  reference('recipient', '获得单位', 'Received by', 'enterprise', {
    headers: ['企业名称', '单位名称'],
    weight: 5,
  }),
  text('programme', '政策项目', 'Programme', { headers: ['政策编号'], weight: 2 }),
  choice('level', '级别', 'Level', LEVELS, { weight: 2 }),
  money('amount', '金额', 'Amount', { headers: ['奖补金额', '补助金额'], weight: 5 }),
  date('receivedOn', '拨付日期', 'Received on', { headers: ['到账日期', '发放日期'], weight: 3 }),
])
