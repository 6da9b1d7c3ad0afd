// Scores how well reports of a folder are read:
//   node scripts/score-reports.mjs FOLDER LABELS.json [ARTICLE_ID,…]
// LABELS: an array of {file, article_id, value_start, value_end, value, unit_norm, kind, subject, region, period, tier}.
// Places are code points. A fact is right where its span overlaps the label's and value and unit agree; labels of tier
// "soft" count neither way. What lies between the first and the last label of an article and has none is spurious.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readBulletinText } from '../domain/dist/ingest/index.js'

const [folder, labelsPath, only] = process.argv.slice(2)
if (!folder || !labelsPath) {
  console.error('Usage: node scripts/score-reports.mjs FOLDER LABELS.json [ARTICLE_ID,…]')
  process.exit(2)
}
const wanted = only ? new Set(only.split(',')) : null
const labels = JSON.parse(readFileSync(labelsPath, 'utf8')).filter((l) => !wanted || wanted.has(l.article_id))
const read = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => [file, readBulletinText(readFileSync(join(folder, file), 'utf8'))]),
)

const count = { labels: 0, right: 0, wrong: 0, missed: 0, spurious: 0 }
const same = { kind: 0, province: 0, city: 0, period: 0 }
for (const article of new Set(labels.map((l) => l.article_id))) {
  const own = labels.filter((l) => l.article_id === article)
  const { file } = own[0]
  const { articles, facts } = read.get(file) ?? { articles: [], facts: [] }
  const bounds = articles.find((a) => a.start <= own[0].value_start && a.end >= own[0].value_start)
  const found = facts.filter((f) => bounds && f.valueStart >= bounds.start && f.valueEnd <= bounds.end)
  score(own, found)
}

function score(own, found) {
  const used = new Set()
  for (const label of own) {
    const near = found.filter(
      (f) => !used.has(f) && f.valueStart < label.value_end && f.valueEnd > label.value_start,
    )
    if (label.tier === 'soft') {
      for (const fact of near) used.add(fact)
      continue
    }
    count.labels += 1
    const hit = near.find((f) => Number(f.value) === Number(label.value) && f.unit === label.unit_norm)
    if (hit) {
      count.right += 1
      compare(label, hit)
    } else if (near.length > 0) count.wrong += 1
    else count.missed += 1
    const taken = hit ?? near[0]
    if (taken) used.add(taken)
  }
  count.spurious += found.filter((f) => !used.has(f)).length
}

function compare(label, fact) {
  if (fact.kind === label.kind) same.kind += 1
  if (fact.region.province === (label.region?.province ?? null)) same.province += 1
  if (fact.region.city === (label.region?.city ?? null)) same.city += 1
  if (fact.period === (label.period ?? null)) same.period += 1
}

const precision = count.right / Math.max(1, count.right + count.wrong + count.spurious)
const recall = count.right / Math.max(1, count.labels)
const f1 = (2 * precision * recall) / Math.max(1e-9, precision + recall)
const shares = Object.fromEntries(
  Object.entries(same).map(([name, n]) => [name, Number((n / Math.max(1, count.right)).toFixed(3))]),
)
console.log(JSON.stringify({ ...count, f1: Number(f1.toFixed(3)), ...shares }))
