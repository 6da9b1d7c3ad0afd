import { shippedPlaces } from '../../shared/places.js'

export interface Region {
  readonly province: string | null
  readonly city: string | null
}

export const NOWHERE: Region = { province: null, city: null }

interface Named {
  readonly name: string
  readonly region: Region
  /** `武汉` for 武汉市: may be part of another name. */
  readonly short: boolean
}

export interface PlaceMention {
  readonly at: number
  readonly end: number
  readonly region: Region
}

const SUFFIX = /(?:特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|自治州|地区|省|市|盟)$/
const PEOPLES =
  /(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺)族/g
/** What makes a place the name of an organisation: 南京大学, 北京银行. */
const ORGANISATION = /^(?:[^，。；、：]{0,4}(?:大学|学院|银行|日报)|路|街|大道|站|号|话|菜|人|牌)/

/** Names by their first two characters, longest first. */
let names: ReadonlyMap<string, readonly Named[]> | undefined

function allNames(): ReadonlyMap<string, readonly Named[]> {
  names ??= readNames()
  return names
}

function readNames(): Map<string, Named[]> {
  const places = shippedPlaces()
  const found = new Map<string, Named>()
  const add = (name: string, region: Region, short: boolean) => {
    if (name.length >= 2 && !found.has(name)) found.set(name, { name, region, short })
  }
  const addAll = (name: string, region: Region) => {
    add(name, region, false)
    const bare = name.replace(SUFFIX, '')
    if (bare !== name) add(bare, region, true)
    if (!name.endsWith('自治州')) return
    const plain = bare.replaceAll(PEOPLES, '').replace(/(?:蒙古|哈萨克|柯尔克孜)$/, '')
    add(`${plain}州`, region, false)
    add(plain, region, true)
  }
  const provinces = places.children('000000')
  for (const code of provinces) addAll(places.name(code), { province: places.name(code), city: null })
  for (const code of provinces) {
    const province = places.name(code)
    const city = (at: string) => ({ province, city: places.name(at) })
    // Districts of the four cities that are provinces stand directly under them and are no cities.
    const direct = province.endsWith('市')
    for (const at of places.children(code)) {
      if (direct) add(places.name(at), { province, city: null }, false)
      else addAll(places.name(at), city(at))
    }
  }
  return byStart([...found.values()])
}

function byStart(all: Named[]): Map<string, Named[]> {
  const index = new Map<string, Named[]>()
  for (const named of all.sort((a, b) => b.name.length - a.name.length)) {
    const key = named.name.slice(0, 2)
    const list = index.get(key)
    if (list) list.push(named)
    else index.set(key, [named])
  }
  return index
}

function nameAt(text: string, at: number, within?: string | null): Named | undefined {
  const list = allNames().get(text.slice(at, at + 2))
  return list?.find(
    ({ name, region }) => (within == null || region.province === within) && text.startsWith(name, at),
  )
}

/** The place that a title begins with: `湖北黄冈：…`, `安徽省池州市…`, `南京…`. */
export function leadingRegion(title: string): Region | null {
  const from = /^[【[“《\s]*(?:\d+[.、])?/.exec(title)?.[0].length ?? 0
  const first = nameAt(title, from)
  if (!first || (first.short && ORGANISATION.test(title.slice(from + first.name.length)))) return null
  if (first.region.city !== null) return first.region
  const second = nameAt(title, from + first.name.length, first.region.province)
  return second?.region ?? first.region
}

export function beginsWithPlace(text: string): boolean {
  return leadingRegion(text) !== null
}

/** Every place a text names, in its order; only those of a province where one is given. */
export function placesIn(text: string, province: string | null): PlaceMention[] {
  const found: PlaceMention[] = []
  for (let at = 0; at + 1 < text.length; at += 1) {
    const named = nameAt(text, at, province)
    if (!named) continue
    const end = at + named.name.length
    if (named.short && ORGANISATION.test(text.slice(end, end + 10))) continue
    // 内蒙古 holds 蒙古, and 海南 is a county elsewhere: the longest name from the left is meant.
    found.push({ at, end, region: named.region })
    at = end - 1
  }
  return found
}

/** Of the most specific place named first, for a text whose title names none. */
export function firstRegion(text: string): Region | null {
  const [first, second] = placesIn(text, null)
  if (!first) return null
  if (second && second.at === first.end && second.region.province === first.region.province)
    return second.region
  return first.region
}
