import { identifier, list, longText, text } from '../fields/index.js'
import { kind } from './kind.js'

/** What companies make: the nodes of industry chains. */
export const product = kind(
  'product',
  '产品',
  'Product',
  { code: 'number', sameByName: true, freshForMonths: 60 },
  [
    text('name', '产品名称', 'Name', {
      headers: ['名称', '产品', 'product'],
      required: true,
      weight: 5,
      longest: 200,
    }),
    identifier('number', '产品编码', 'Code', 'own-code', { headers: ['编码', '编号'], weight: 1 }),
    list('aliases', '别名', 'Other names', { headers: ['又名'], weight: 1 }),
    text('category', '类别', 'Category', { headers: ['分类'], weight: 2 }),
    longText('description', '说明', 'Description', { headers: ['简介'], weight: 1 }),
  ],
)
