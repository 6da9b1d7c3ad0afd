import { codeList } from '../codes/index.js'
import { choice, identifier, place, quantity, text } from '../fields/index.js'
import { kind } from './kind.js'

const VILLAGE_TYPES = codeList(
  'village-type',
  { zh: '村级单位类型', en: 'Kind of village' },
  { village: ['行政村', 'Village'], community: ['社区', 'Community'], other: ['其他', 'Other'] },
)

/** Villages and communities, as the statistical division codes name them. */
export const village = kind(
  'village',
  '村（社区）',
  'Village',
  { audience: true, code: 'code', place: 'place' },
  [
    text('name', '名称', 'Name', {
      headers: ['村名', '村名称', '社区名称'],
      required: true,
      weight: 5,
      longest: 100,
    }),
    identifier('code', '统计用区划代码', 'Division code', 'division-code', {
      headers: ['区划代码', '代码', 'code'],
      weight: 5,
    }),
    choice('type', '类型', 'Kind', VILLAGE_TYPES, { headers: ['kind'], weight: 2 }),
    text('street', '乡镇街道', 'Township', { headers: ['街道', '乡镇', 'street'], weight: 3 }),
    place('place', '所在县区', 'County', { headers: ['区县', 'area'], weight: 4, fact: '注册地' }),
    quantity('households', '户数', 'Households', '户', { weight: 1 }),
  ],
)
