import { describe, expect, test } from 'vitest'
import { type CompanyFinding, compareCompanies } from './company.js'
import { companyForm } from './company-form.js'
import { normalise } from './normalise.js'

const compare = (a: string, b: string) =>
  compareCompanies(companyForm(normalise(a)), companyForm(normalise(b)))

const FULL = '江苏样禾新材料科技股份有限公司'

test.each<[string, string, CompanyFinding]>([
  ['江苏樣禾新材料科技股份有限公司', FULL, 'same-name'],
  ['样禾电子有限责任公司', '样禾电子有限公司', 'same-name'],
  ['样禾（深圳）电子有限公司', '深圳样禾电子有限公司', 'same-name'],
  ['样禾电子股份有限公司', '样禾电子有限公司', 'other-legal-form'],
  ['样禾电子', '样禾电子有限公司', 'without-legal-form'],
  ['样禾新材', FULL, 'short-name'],
  ['样禾科技', FULL, 'short-name'],
  ['样禾股份', FULL, 'short-name'],
  ['*ST样禾', FULL, 'short-name'],
  ['江苏样禾', FULL, 'short-name'],
  ['苏样禾A', FULL, 'short-name'],
  ['样禾电子有限公司北京分公司', '样禾电子有限公司', 'other-branch'],
  ['云栖新材', FULL, 'unlike'],
  ['广东样禾有限公司', '江苏样禾有限公司', 'unlike'],
])('%s and %s: %s', (a, b, finding) => {
  expect(compare(a, b).finding).toBe(finding)
  expect(compare(b, a)).toEqual(compare(a, b))
})

describe('a short name is nearer to its own full name', () => {
  test.each([
    ['样瓷股份', '湖南样联瓷业股份有限公司', '湖南样华陶业股份有限公司'],
    ['样禾银行', '样禾农村商业银行股份有限公司', '样禾证券股份有限公司'],
    ['粤样高速', '广东省样高速公路发展股份有限公司', '江西样高速公路股份有限公司'],
    ['沪样农商行', '上海样农村商业银行股份有限公司', '沪样电子股份有限公司'],
    ['样禾交建', '样禾交通建设集团股份有限公司', '样禾交通运输股份有限公司'],
    ['青岛食品', '青岛食品股份有限公司', '大连食品股份有限公司'],
    ['样禾', '样禾控股集团有限公司', '新样禾控股集团有限公司'],
  ])('%s', (short, own, other) => {
    expect(compare(short, own).alike).toBeGreaterThan(compare(short, other).alike)
  })
})

test('a region said twice differently is told', () => {
  expect(compare('广东样禾有限公司', '江苏样禾有限公司').regionsDiffer).toBe(true)
  expect(compare('江苏样禾有限公司', '昆山样禾有限公司').regionsDiffer).toBe(false)
})
