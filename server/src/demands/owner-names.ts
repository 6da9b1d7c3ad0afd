import { companyForm, normalise } from '@kehui/domain/registry/resolve'

const MARK = /（示例）|\(示例\)/gu
const LEGAL_FORM =
  /(?:（示例）|\(示例\))|(?:集团)?(?:股份)?有限(?:责任)?公司$|(?:集团|公司|合伙企业（.*）|研究院|研究所|中心)$/gu

/** A company's name, and what people say for it: without its legal form, without its place, and its brand alone. */
export function namesOf(owner: string): string[] {
  const plain = owner.replace(MARK, '')
  const short = plain.replace(LEGAL_FORM, '')
  const { letters, brand, regions } = companyForm(normalise(plain))
  const tail = regions.reduce((left, region) => left.replace(region, ''), letters)
  const said = [short, tail].filter((name) => [...name].length >= 3)
  return [...new Set([owner, plain, ...said, ...([...brand].length >= 2 ? [brand] : [])])]
}
