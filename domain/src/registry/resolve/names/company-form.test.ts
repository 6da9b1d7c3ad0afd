import { expect, test } from 'vitest'
import { companyForm } from './company-form.js'
import { normalise } from './normalise.js'

const form = (name: string) => companyForm(normalise(name))

test.each([
  ['江苏样禾新材料股份有限公司', ['江苏'], '样禾', '股份有限公司', ''],
  ['江苏省昆山市样禾电子有限公司', ['江苏省', '昆山市'], '样禾', '有限公司', ''],
  ['样禾信息技术（深圳）有限公司', ['深圳'], '样禾', '有限公司', ''],
  ['样禾（集团）有限责任公司', [], '样禾', '有限责任公司', ''],
  ['云样数码视讯有限公司', [], '云样', '有限公司', ''],
  ['数码样视股份有限公司', [], '数码样视', '股份有限公司', ''],
  ['武汉样禾投资合伙企业（有限合伙）', ['武汉'], '样禾', '合伙企业有限合伙', ''],
  ['样禾科技有限公司上海分公司', [], '样禾', '有限公司', '上海分公司'],
  ['样禾科技', [], '样禾', '', ''],
  ['东方样禾股份有限公司', [], '东方样禾', '股份有限公司', ''],
  ['Sample Zinc Co., Ltd.', [], 'samplezinc', 'coltd', ''],
  ['样禾电子有限公司（示例）', [], '样禾', '有限公司', ''],
  ['样禾电子有限公司（北京）', ['北京'], '样禾', '有限公司', ''],
  ['公司', [], '', '', ''],
])('%s', (name, regions, brand, legal, branch) => {
  expect(form(name)).toMatchObject({ regions, brand, legal, branch })
})

test.each(['*ST样禾', 'ST样禾', 'S样禾', '样禾A', '样禾B股', '样禾-U', '样禾退', '退市样禾'])(
  'marks of an exchange are no part of the name: %s',
  (name) => {
    expect(form(name).letters).toBe('样禾')
  },
)

test('a county is no region of a name by its short name alone', () => {
  expect(form('长安样禾有限公司').regions).toEqual([])
})
