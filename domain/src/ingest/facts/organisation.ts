const NAMED =
  /[^，。；、：！？“”《》（）与和及由对向在为将把的]{2,24}?(?:大学|学院|研究院|研究所|科学院|工程院|有限公司|有限责任公司|股份公司|集团|实验室|医院|银行[^，。；、与和]{0,4}分行|银行|孵化器|众创空间|基金会|协会|学会|管委会|科技厅|科技局|创新局|财政厅|财政局|创新中心|示范区|高新区|开发区|工业园区|产业园)/g
const TITLED =
  /《[^》]{2,60}》|“[^”]{2,20}”(?=[^，。；]{0,8}(?:平台|计划|行动|工程|活动|系列|方案|品牌|协议|基金|资金|贷))/g

/** The organisation or programme named last before a figure in its sentence. */
export function organisationBefore(sentence: string, at: number): string | null {
  const text = sentence.slice(0, at)
  // What stands right before the figure is what it counts.
  const last = (pattern: RegExp) =>
    [...text.matchAll(pattern)].filter((match) => (match.index ?? 0) + match[0].length < at - 1).at(-1)
  const body = last(NAMED)
  const title = last(TITLED)
  const found = (title?.index ?? -1) > (body?.index ?? -1) ? title : body
  return (
    found?.[0].replace(/^(?:推动|支持|依托|推进|通过|引进|其中|目前|如|由|省内|全市|全省|联合)+/, '') ?? null
  )
}
