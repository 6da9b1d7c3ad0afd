import { classOfRight, INTELLECTUAL_PROPERTY, LEGAL_STATUS } from '../codes/index.js'
import { choice, date, identifier, list, longText, reference, text } from '../fields/index.js'
import type { Feed } from './feed.js'
import { kind } from './kind.js'

const INTELLECTUAL_PROPERTY_OF_PACKS = Object.fromEntries(
  [...INTELLECTUAL_PROPERTY.codes].map(([code, label]) => [code, label.zh]),
)
const RIGHTS = Object.entries(INTELLECTUAL_PROPERTY_OF_PACKS)
const ofClass = (wanted: 1 | 2) => RIGHTS.flatMap(([code]) => (classOfRight(code) === wanted ? [code] : []))

/** Rights that are in force count; a register knows some of them at least. */
const HELD: readonly Feed[] = [
  {
    party: 'holder',
    as: 'count',
    facts: {
      一类知识产权: { type: ofClass(1), status: ['granted'] },
      二类知识产权: { type: ofClass(2), status: ['granted'] },
    },
  },
  {
    party: 'holder',
    as: 'record',
    record: '知识产权',
    cells: {
      类型: { field: 'type', codes: INTELLECTUAL_PROPERTY_OF_PACKS },
      法律状态: {
        field: 'status',
        codes: { applied: '申请中', granted: '授权', lapsed: '失效', invalid: '无效', transferred: '转让' },
      },
      申请日: 'appliedOn',
      授权日: 'grantedOn',
    },
  },
]

export const patent = kind('patent', '专利', 'Patent', { code: 'number', feeds: HELD }, [
  text('name', '专利名称', 'Title', {
    headers: ['名称', '发明名称', '标题', 'title'],
    required: true,
    weight: 5,
    longest: 400,
  }),
  identifier('number', '专利号', 'Number', 'patent-number', {
    headers: ['申请号', '专利申请号', '授权号', '公开号'],
    weight: 5,
  }),
  choice('type', '类型', 'Kind', INTELLECTUAL_PROPERTY, { headers: ['专利类型'], weight: 3 }),
  reference('holder', '权利人', 'Holder', 'enterprise', { headers: ['专利权人', '申请人'], weight: 5 }),
  list('inventors', '发明人', 'Inventors', { weight: 3 }),
  date('appliedOn', '申请日', 'Applied for on', { headers: ['申请日期'], weight: 3 }),
  date('grantedOn', '授权日', 'Granted on', { headers: ['授权公告日', '授权日期'], weight: 2 }),
  choice('status', '法律状态', 'Legal status', LEGAL_STATUS, { headers: ['状态'], weight: 3 }),
  list('classes', 'IPC 分类', 'IPC classes', { headers: ['IPC', 'IPC分类号', '分类号'], weight: 2 }),
  longText('abstract', '摘要', 'Abstract', { weight: 3 }),
])
