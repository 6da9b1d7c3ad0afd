import { identifier, list, place, quantity, text } from '../fields/index.js'
import { kind } from './kind.js'

/** An area of service with the team that answers for it. */
export const grid = kind(
  'grid',
  '服务网格',
  'Service grid',
  { code: 'number', place: 'place', sameByName: true },
  [
    text('name', '网格名称', 'Name', { headers: ['名称', '网格'], required: true, weight: 5, longest: 100 }),
    identifier('number', '网格编号', 'Number', 'own-code', { headers: ['编号'], weight: 3 }),
    place('place', '所在地', 'Place', { headers: ['区县', '所属区'], weight: 5 }),
    list('areas', '覆盖范围', 'Covers', { headers: ['街道', '园区'], weight: 3 }),
    text('leader', '网格长', 'Leader', { headers: ['负责人'], visibility: 'staff', weight: 4 }),
    text('telephone', '联系电话', 'Telephone', { headers: ['电话'], visibility: 'staff', weight: 3 }),
    quantity('members', '服务人员', 'Members', '人', { headers: ['人数'], weight: 2 }),
    quantity('enterprises', '企业数', 'Companies', '家', { weight: 1 }),
  ],
)
