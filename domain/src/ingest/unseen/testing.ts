import { readFileSync } from 'node:fs'
import type { Fact } from '../facts/fact.js'

/** A figure as a person read it. `*` in a column means that readers may differ there. */
export interface Label {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly value: string
  readonly unit: string
  readonly kind: string
  readonly subject: string
  readonly period: string
  readonly province: string
  readonly city: string
  /** Neither asked for nor held against the reader. */
  readonly soft: boolean
}

export interface Sample {
  readonly text: string
  readonly labels: readonly Label[]
}

/** A file: the place, a rule, the report, a rule, and a line a figure in the order of the report. */
export function sample(name: string): Sample {
  const file = readFileSync(new URL(`./${name}.txt`, import.meta.url), 'utf8')
  const [place = '', text = '', lines = ''] = file.split(/^-----\n/m)
  const points = [...text]
  let from = 0
  const labels = lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const label = labelOf(line, place.trim().split(' '))
      const [start, end] = find(points, label.text, from)
      from = end
      return { ...label, start, end }
    })
  return { text, labels }
}

function labelOf(line: string, [province = '-', city = '-']: string[]) {
  const soft = line.startsWith('~')
  const [text = '', measure = '', kind = '', subject = '', period = '', place = ''] = line
    .replace(/^~/, '')
    .split('|')
    .map((cell) => cell.trim())
  const [value = '', unit = ''] = measure.split(' ')
  const [own = '', ownCity = ''] = place.split('/')
  const [inProvince, inCity] = ownCity === '' ? [province, own || city] : [own, ownCity]
  return { text, value, unit, kind, subject, period, province: inProvince, city: inCity, soft }
}

/** Where a figure stands next, whatever breaks the page puts into it. */
function find(points: readonly string[], wanted: string, from: number): [number, number] {
  for (let start = from; start < points.length; start += 1) {
    let at = start
    let matched = 0
    const target = [...wanted]
    while (at < points.length && matched < target.length) {
      if (points[at] === target[matched]) matched += 1
      // `8…65家`: a page ends inside the figure.
      else if (target[matched] === '…') matched += points[at] === target[matched + 1] ? 2 : 0
      else if (matched === 0 || !/[\s—]/.test(points[at] ?? '')) break
      at += 1
    }
    if (matched === target.length) return [start, at]
  }
  throw new Error(`“${wanted}” does not stand behind ${from}`)
}

export interface Score {
  readonly f1: number
  readonly kind: number
  readonly subject: number
  readonly region: number
  readonly period: number
  /** What was wrong, in words. */
  readonly complaints: readonly string[]
}

type Found = Pick<
  Fact,
  'valueStart' | 'valueEnd' | 'valueText' | 'value' | 'unit' | 'kind' | 'subject' | 'region' | 'period'
>

export function score(labels: readonly Label[], facts: readonly Found[]): Score {
  const complaints: string[] = []
  const used = new Set<Found>()
  const pairs: [Label, Found][] = []
  let missed = 0
  for (const label of labels) {
    const there = facts.filter((f) => !used.has(f) && f.valueStart < label.end && f.valueEnd > label.start)
    if (label.soft) for (const fact of there) used.add(fact)
    if (label.soft) continue
    const hit = there.find((f) => same(f.value, label.value) && f.unit === label.unit)
    if (hit) pairs.push([label, hit])
    else missed += 1
    const [taken = hit] = hit ? [hit] : there
    if (taken) used.add(taken)
    if (!hit) complaints.push(`figure ${label.text}: ${taken ? `${taken.value} ${taken.unit}` : 'not found'}`)
  }
  const spurious = facts.filter((f) => !used.has(f))
  for (const f of spurious) complaints.push(`figure ${f.valueText} is none (${f.subject})`)
  const wrong = labels.filter((l) => !l.soft).length - pairs.length - missed
  const share = (attribute: string, right: (label: Label, fact: Found) => string | null) => {
    const told = pairs.flatMap(([label, fact]) => right(label, fact)?.concat(` (${label.text})`) ?? [])
    for (const each of told) complaints.push(`${attribute} ${each}`)
    return 1 - told.length / Math.max(1, pairs.length)
  }
  return {
    f1: (2 * pairs.length) / Math.max(1, 2 * pairs.length + missed + spurious.length + wrong),
    kind: share('kind', (l, f) => differ(l.kind, f.kind)),
    subject: share('subject', (l, f) =>
      dice(l.subject, f.subject) < 0.5 ? `${f.subject} ≠ ${l.subject}` : null,
    ),
    region: share('region', (l, f) =>
      differ(`${l.province} ${l.city}`, `${f.region.province ?? '-'} ${f.region.city ?? '-'}`),
    ),
    period: share('period', (l, f) => differ(l.period, f.period ?? '')),
    complaints,
  }
}

function differ(wanted: string, got: string): string | null {
  return wanted.split(' ').every((part, i) => part === '*' || part === got.split(' ')[i]) || wanted === got
    ? null
    : `${got} ≠ ${wanted}`
}

function same(a: string, b: string): boolean {
  return Math.abs(Number(a) - Number(b)) <= 1e-6 * Math.abs(Number(b))
}

/** How much two names share: twice the pairs of neighbouring characters in both, by all pairs. */
function dice(a: string, b: string): number {
  const pairsOf = (text: string) => {
    const points = [...text.replaceAll(/[\s“”"（）()《》]/g, '')]
    return new Set(points.slice(0, -1).map((c, i) => `${c}${points[i + 1]}`))
  }
  const x = pairsOf(a)
  const y = pairsOf(b)
  const both = [...x].filter((pair) => y.has(pair)).length
  return (2 * both) / Math.max(1, x.size + y.size)
}
