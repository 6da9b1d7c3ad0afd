/** What stands before a phrase and is no part of the name of what is counted. */
const LEADING =
  /^(?:[、，,“”"'\s（）]|并|且|或|其中|含(?=筹|新)|同时|此外|目前|如今|先后|已经|已|共计|共有|共|总计|现有|现已|全区|全省|全市|全州|全县|全国|我省|我市|我区|预计|将|还|也|及|以及|和|现(?![场代行状金])|力争到|力争|计划到|到(?![位账户])|以上|分别|通过|当年(?=新增)(?!新增))+/
const TRAILING =
  /(?:[“"、：:（\s]|和|与|及|由|从|增至|增加到|提升至|提升到|提高至|提高到|上升至|上升到|降至|下降到|降到|扩大到|扩大至|扩大到原来|控制在|已达到?|达到?|高达|预计|分别为|分别|约为|为|共计|总计|累计|共|近|约|还不到|不到|不足|超过?|突破|总破|破|逾|不少于|不低于|不超过|至少|有|至|了|已|(?<![户人亩地年平县村校])均|各|再|最初|原来|原先|仅|只剩下?|还剩|还|却|到|的|是|在|最高|给予|可)+$/
const ATTRIBUTES = /各类|一批|多个|相关|有关/g
const LIST_MARK =
  /^(?:[●·•◆■▪➤※*]|\d{1,2}[.、]|（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]{1,3}、|[①-⑳])+/

/** Without the words that only join, date or compare. */
export function tidy(text: string): string {
  let tidied = text.replaceAll(/[（][^）]{9,}[）]/g, '').replaceAll(ATTRIBUTES, '')
  for (let before = ''; before !== tidied; ) {
    before = tidied
    tidied = tidied.replace(LEADING, '').replace(TRAILING, '')
  }
  return tidied
}

export function withoutMark(text: string): string {
  return text.replace(LIST_MARK, '')
}

/** The end of a phrase that only words of comparison follow. */
export function withoutTrailing(text: string): string {
  return text.replace(TRAILING, '')
}

export const LEVEL =
  /^(?:国家级|国家|省级|省部级|部级|市级|区级|县级|自治区级|盟市级|院级|校级|[特一二三]等奖|[金银铜]奖|[A-D]类|[A-D]级|[^，、]{1,3}级以上|[^，、]{1,2}级)$/
/** An indicator that says nothing without what it is of. */
export const BARE_INDICATOR =
  /^(?:总|年|累计|新增|计划|完成)?(?:投资额|投资|总额|金额|规模|总规模|总数|数量|产值|收入|营收|营业收入|主营业务收入|销售收入|利润|税收|产量|人数|面积|总量|合同额|交易额|成交额|销售额|出口额|资金|经费|投入|余额|总投资|比例|目标|完成率|占比)$/
export const MONEY =
  /(?:额|资金|经费|收入|支出|规模|产值|总值|增加值|利润|税收|贷款|费用|成本|融资|预算|价值|估值|余额|营收|价格|债券|基金|产出|奖补|总投资)$/
export const COUNTED =
  /(?:人数|数量|总数|数|量|次数|场次|总量|率|强度|占比|比重|比例|指数|面积|产量|户数|亩产|单产|人口|当量)$/
