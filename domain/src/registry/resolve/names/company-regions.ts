import { shippedPlaces } from '../../../shared/places.js'

const COUNTRY = '000000'
const SUFFIX = /(特别行政区|(维吾尔|壮族|回族)?自治区|自治州|地区|省|市|盟)$/
/** Places whose short names are common words in names of companies. */
const COMMON_WORDS = new Set(['东方'])
const LONGEST = 12
let regions: ReadonlyMap<string, readonly string[]> | undefined

/**
 * Names that may stand before a company's own, with the codes they can mean: the country, provinces, cities
 * with and without 省 and 市, counties in full.
 */
export function regionNames(): ReadonlyMap<string, readonly string[]> {
  if (regions) return regions
  const places = shippedPlaces()
  const names = new Map<string, string[]>()
  for (const name of ['中国', '中华人民共和国', 'china']) names.set(name, [COUNTRY])
  const addWithin = (parent: string): void => {
    for (const code of places.children(parent)) {
      addRegion(names, places.name(code), code)
      addWithin(code)
    }
  }
  addWithin(COUNTRY)
  regions = names
  return names
}

/** A county is known by its short name only where it is a city of its own: 义乌, but not 长安 of 长安区. */
function addRegion(names: Map<string, string[]>, name: string, code: string): void {
  for (const said of new Set([name, name.replace(SUFFIX, '')])) {
    if (said.length < 2 || COMMON_WORDS.has(said)) continue
    const codes = names.get(said)
    if (codes) codes.push(code)
    else names.set(said, [code])
  }
}

/** How many letters at the beginning name a region that can lie in the one before; 0 where none do. */
export function regionPrefix(text: string, before: string): number {
  const names = regionNames()
  for (let length = Math.min(LONGEST, text.length - 1); length >= 2; length -= 1) {
    const name = text.slice(0, length)
    if (names.has(name) && (before === '' || isWithin(name, before))) return length
  }
  return 0
}

/** Whether one region can lie within the other: 昆山 in 江苏, but no 东台 in 上海. */
export function isWithin(name: string, holder: string): boolean {
  const places = shippedPlaces()
  const holders = regionNames().get(holder) ?? []
  return (regionNames().get(name) ?? []).some((code) =>
    holders.some((h) => h !== code && places.within(code, h)),
  )
}

/** Whether two regions can be one, or one lie in the other: they do not speak against each other. */
export function regionsAgree(a: string, b: string): boolean {
  const codes = regionNames().get(b) ?? []
  const same = (regionNames().get(a) ?? []).some((code) => codes.includes(code))
  return same || isWithin(a, b) || isWithin(b, a)
}

const INITIALS =
  '京北京 津天津 沪上海 申上海 渝重庆 冀河北 晋山西 蒙内蒙古 辽辽宁 吉吉林 黑黑龙江 苏江苏 苏苏州 浙浙江 皖安徽 ' +
  '闽福建 赣江西 鲁山东 豫河南 鄂湖北 湘湖南 粤广东 桂广西 琼海南 川四川 蜀四川 黔贵州 贵贵州 滇云南 云云南 藏西藏 ' +
  '陕陕西 秦陕西 甘甘肃 陇甘肃 青青海 宁宁夏 新新疆 港香港 穗广州 甬宁波 深深圳'

/** One letter for a whole province or city, as number plates and newspapers have it. */
export const PLACE_INITIALS: ReadonlyMap<string, readonly string[]> = initials()

function initials(): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const [letter = '', ...place] of INITIALS.split(' ')) {
    found.set(letter, [...(found.get(letter) ?? []), place.join('')])
  }
  return found
}
