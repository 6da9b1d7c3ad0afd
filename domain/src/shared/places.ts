import { PLACE_NAMES } from './place-names.js'
import { suggest } from './suggest.js'

export interface Place {
  /** Six digits as in GB/T 2260: two each for province, city and county; `000000` is the country. */
  readonly code: string
  readonly name: string
  readonly parent: string | null
}

/** Places by name and code. Names may be short or follow those that hold them: `武汉`, `南京市鼓楼区`. */
export interface PlaceIndex {
  /** Codes of all places that a name can mean: none where it is unknown, several where it is ambiguous. */
  find(nameOrPath: string): string[]
  within(code: string, ancestor: string): boolean
  /** Empty for a code that is not known. */
  name(code: string): string
  /** `湖北省武汉市洪山区`; empty for a code that is not known. */
  path(code: string): string
  parent(code: string): string | null
  /** Codes of the places directly within one, in their order. */
  children(code: string): string[]
  /** A new index that has these places too. */
  add(places: readonly Place[]): PlaceIndex
  suggest(name: string): string | null
}

const COUNTRY = '000000'
const COUNTRY_NAMES = ['国家', '全国', '中国']
/** Longest first, so that 回族自治区 goes before 自治区. */
const SUFFIXES = [
  '特别行政区',
  '维吾尔自治区',
  '壮族自治区',
  '回族自治区',
  '自治区',
  '自治州',
  '自治县',
  '自治旗',
  '地区',
  '省',
  '市',
  '盟',
  '区',
  '县',
  '旗',
]

let shipped: PlaceIndex | undefined

/** All provinces, cities and counties; read when first asked for. */
export function shippedPlaces(): PlaceIndex {
  shipped ??= indexOf(readNames(PLACE_NAMES))
  return shipped
}

function readNames(text: string): Map<string, Place> {
  const places = new Map<string, Place>([[COUNTRY, { code: COUNTRY, name: '国家', parent: null }]])
  for (const [, code = '', name = ''] of text.matchAll(/(\d{6})([^\d\n]+)/g)) {
    const city = `${code.slice(0, 4)}00`
    const province = `${code.slice(0, 2)}0000`
    const parent = code === province ? COUNTRY : code !== city && places.has(city) ? city : province
    places.set(code, { code, name, parent })
  }
  return places
}

function indexOf(places: ReadonlyMap<string, Place>): PlaceIndex {
  const { exact, short } = namesOf(places)
  const called = (text: string) => exact.get(text) ?? short.get(text) ?? []

  const within = (code: string, ancestor: string): boolean => {
    for (let at: string | null = code; at !== null; at = places.get(at)?.parent ?? null)
      if (at === ancestor) return true
    return false
  }
  const find = (text: string): string[] => {
    const name = text.replaceAll(/\s/g, '')
    const direct = called(name)
    return direct.length > 0 ? [...direct] : findPath(name)
  }
  /** A holder's name, longest first, before the name of what it holds. */
  const findPath = (text: string): string[] => {
    for (let length = text.length - 1; length >= 2; length -= 1) {
      const holders = called(text.slice(0, length))
      if (holders.length === 0) continue
      const held = find(text.slice(length)).filter((code) =>
        holders.some((h) => h !== code && within(code, h)),
      )
      if (held.length > 0) return held
    }
    return []
  }
  const path = (code: string): string => {
    const place = places.get(code)
    if (!place) return ''
    return place.parent === null || place.parent === COUNTRY ? place.name : path(place.parent) + place.name
  }
  return {
    find,
    within,
    name: (code) => places.get(code)?.name ?? '',
    path,
    parent: (code) => places.get(code)?.parent ?? null,
    children: (code) => [...places.values()].filter((p) => p.parent === code).map((p) => p.code),
    add: (more) =>
      indexOf(
        new Map([
          ...places,
          ...more.map((p): [string, Place] => [p.code, { ...p, parent: p.parent ?? COUNTRY }]),
        ]),
      ),
    suggest: (name) => suggest(name, exact.keys()) ?? null,
  }
}

function namesOf(places: ReadonlyMap<string, Place>): Record<'exact' | 'short', Map<string, string[]>> {
  const exact = new Map<string, string[]>(COUNTRY_NAMES.map((name) => [name, [COUNTRY]]))
  const short = new Map<string, string[]>()
  const add = (names: Map<string, string[]>, name: string, code: string) => {
    const codes = names.get(name)
    if (codes) codes.push(code)
    else names.set(name, [code])
  }
  for (const { code, name } of places.values()) {
    if (code === COUNTRY) continue
    add(exact, name, code)
    const suffix = SUFFIXES.find((s) => name.endsWith(s) && name.length - s.length >= 2)
    if (suffix) add(short, name.slice(0, -suffix.length), code)
  }
  return { exact, short }
}
