import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { en } from './en.js'
import { fill } from './messages.js'
import { zh as base } from './zh.js'
import { zhAll } from './zh-all.js'

const slots = (message: string) => [...message.matchAll(/\{[a-z]+\}/g)].map(([slot]) => slot).sort()

/** The keys of one area as its file writes them. */
function keysIn(lang: string, file: string): readonly string[] {
  const text = readFileSync(new URL(`./${lang}/${file}`, import.meta.url), 'utf8')
  return [...text.matchAll(/^ {2}'?([^\s':]+)'?:/gm)].flatMap(([, key]) => key ?? [])
}

describe.each(['zh', 'en'])('the areas of %s', (lang) => {
  const keys = readdirSync(new URL(`./${lang}`, import.meta.url)).flatMap((file) => keysIn(lang, file))
  it('are all in the table, and say no key twice', () => {
    expect(keys.toSorted()).toEqual(Object.keys(zhAll).toSorted())
  })
})

describe('areas that come with their pages', () => {
  const source = new URL('../', import.meta.url)
  const lazy = readdirSync(new URL('./area', import.meta.url)).map((file) => file.replace(/\.ts$/, ''))
  const areas = lazy.map((area) => ({ area, keys: keysIn('zh', `${area}.ts`) }))
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|^text/.test(file),
  )

  it('are not in the base', () => {
    expect(areas.flatMap(({ keys }) => keys).filter((key) => key in base)).toEqual([])
  })
  it.each(files)('are imported where %s says something of them', (file) => {
    const text = readFileSync(new URL(file, source), 'utf8')
    const said = new Set(
      [...text.matchAll(/['"`]([a-z][\w.-]*\.[\w.-]*)(?:['"`]|\$\{)/g)].map(([, key = '']) => key),
    )
    const missing = areas
      .filter(({ keys }) =>
        keys.some((key) => said.has(key) || [...said].some((s) => s.endsWith('.') && key.startsWith(s))),
      )
      .filter(({ area }) => !text.includes(`text/area/${area}.js'`))
    expect(missing.map(({ area }) => area)).toEqual([])
  })
})

describe('message tables', () => {
  it('have the same keys', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zhAll).sort())
  })
  it.each(Object.entries(zhAll))('%s takes the same values in both languages', (key, message) => {
    const english = en[key as keyof typeof en]
    expect(new Set(slots(english))).toEqual(new Set(slots(message)))
  })
  it('has no Chinese in the English table, but for names and examples of what may be typed', () => {
    const allowed = new Set(['tool.language', 'companies.place.hint', 'imports.hint'])
    const stray = Object.entries(en).filter(([key, text]) => !allowed.has(key) && /[一-鿿]/.test(text))
    expect(stray).toEqual([])
  })
})

describe('fill', () => {
  it.each([
    ['共 {n} 项', { n: 3 }, '共 3 项'],
    ['{a}{b}', { a: 1 }, '1{b}'],
  ])('%s', (message, values, expected) => {
    expect(fill(message, values)).toBe(expected)
  })
})
