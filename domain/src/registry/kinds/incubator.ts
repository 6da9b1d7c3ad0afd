import { LEVELS } from '../codes/index.js'
import { choice, date, identifier, place, quantity, reference, text } from '../fields/index.js'
import { kind } from './kind.js'

export const incubator = kind(
  'incubator',
  '孵化载体',
  'Incubator',
  { audience: true, place: 'place', sameByName: true },
  [
    text('name', '名称', 'Name', {
      headers: ['孵化器名称', '载体名称', '众创空间名称'],
      required: true,
      weight: 5,
      longest: 200,
    }),
    reference('operator', '运营单位', 'Operator', 'enterprise', {
      headers: ['运营主体', '运营机构'],
      weight: 4,
    }),
    identifier('operatorCode', '运营单位信用代码', 'Credit code of the operator', 'credit-code', {
      headers: ['信用代码'],
      weight: 2,
    }),
    choice('level', '级别', 'Level', LEVELS, { weight: 3 }),
    date('recognisedOn', '认定日期', 'Recognised on', { headers: ['认定时间'], weight: 2 }),
    place('place', '所在地', 'Place', { headers: ['注册地', '地区'], weight: 3, fact: '注册地' }),
    quantity('area', '孵化面积', 'Area', '平方米', { headers: ['场地面积'], weight: 2 }),
    quantity('tenants', '在孵企业数', 'Companies in it', '家', { headers: ['在孵企业'], weight: 2 }),
  ],
)
