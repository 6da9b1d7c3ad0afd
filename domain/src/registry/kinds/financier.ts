import { FINANCE_TYPES } from '../codes/index.js'
import { choice, identifier, list, longText, money, place, quantity, text } from '../fields/index.js'
import { kind } from './kind.js'

/** Banks, funds and whoever else finances innovation. */
export const financier = kind(
  'financier',
  '金融机构',
  'Financial institution',
  { code: 'creditCode', place: 'place', sameByName: true },
  [
    text('name', '名称', 'Name', {
      headers: ['机构名称', '银行名称', '基金名称'],
      required: true,
      weight: 5,
      longest: 200,
    }),
    identifier('creditCode', '统一社会信用代码', 'Unified social credit code', 'credit-code', {
      headers: ['信用代码', '社会信用代码'],
      weight: 4,
    }),
    choice('type', '类型', 'Kind', FINANCE_TYPES, { headers: ['机构类型'], weight: 4 }),
    place('place', '所在地', 'Place', { headers: ['注册地', '地区'], weight: 2 }),
    list('stages', '投资阶段', 'Stages', { headers: ['阶段'], weight: 2 }),
    list('focus', '关注领域', 'Fields of interest', { headers: ['投资领域', '行业偏好'], weight: 4 }),
    money('size', '管理规模', 'Under management', { headers: ['基金规模'], weight: 2 }),
    money('ticketFrom', '单笔下限', 'Least amount', { headers: ['单笔最低'], weight: 2 }),
    money('ticketTo', '单笔上限', 'Greatest amount', { headers: ['单笔最高'], weight: 2 }),
    quantity('rate', '年利率', 'Yearly rate', '%'),
    longText('products', '产品', 'Products', { headers: ['金融产品'], weight: 2 }),
    text('telephone', '联系电话', 'Telephone', { headers: ['电话'], visibility: 'staff', weight: 2 }),
  ],
)
