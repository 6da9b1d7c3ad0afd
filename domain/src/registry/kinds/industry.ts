import { identifier, list, longText, text } from '../fields/index.js'
import { kind } from './kind.js'

/** Industries of any classification: nodes of chains, and the classes of GB/T 4754 below the divisions. */
export const industry = kind('industry', '行业', 'Industry', { code: 'number', freshForMonths: 120 }, [
  text('name', '行业名称', 'Name', {
    headers: ['名称', '行业', '类别名称'],
    required: true,
    weight: 5,
    longest: 200,
  }),
  identifier('number', '行业代码', 'Code', 'own-code', { headers: ['代码', '编码', 'code'], weight: 5 }),
  text('parent', '上级代码', 'Parent', { headers: ['上级', '父级代码'], weight: 1 }),
  list('aliases', '别名', 'Other names', { weight: 0 }),
  longText('description', '说明', 'Description', { weight: 1 }),
])
