import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Article, type Fact, readBulletin } from '@kehui/domain/ingest'
import { refusalOf } from '@kehui/server/imports'
import { fileInput, openDocument } from '@kehui/server/ingest'
import { parsed } from './arguments.js'
import { type Output, UsageError } from './output.js'

const OPTIONS = { json: { type: 'boolean' }, texts: { type: 'string' } } as const

interface ReadFile {
  readonly articles: Article[]
  readonly facts: (Fact & { readonly article: string | null })[]
}

/** `kehui ingest`: reads reports into articles and facts; a file that cannot be read holds up no other. */
export async function runIngest(args: string[], out: Output): Promise<number> {
  const { values, positionals } = parsed(() => parseArgs({ args, options: OPTIONS, allowPositionals: true }))
  if (positionals.length === 0) throw new UsageError('give at least one FILE')
  if (values.texts !== undefined) mkdirSync(values.texts, { recursive: true })
  let failed = false
  for (const file of positionals) {
    try {
      const read = await readReport(file, values.texts)
      if (values.json) out.print(JSON.stringify(asJson(file, read)))
      else tell(out, file, read)
    } catch (error) {
      const reason = reasonOf(error)
      if (reason === undefined) throw error
      failed = true
      if (values.json) out.print(JSON.stringify({ file, error: reason }))
      out.complain(`“${file}”: ${reason}`)
    }
  }
  return failed ? 1 : 0
}

async function readReport(file: string, texts: string | undefined): Promise<ReadFile> {
  const { text } = await openDocument(await fileInput(file))
  const read: ReadFile = { articles: [], facts: [] }
  const reader = readBulletin({
    article: (article) => void read.articles.push(article),
    fact: (fact, article) => void read.facts.push({ ...fact, article }),
  })
  const kept: string[] = []
  for await (const piece of text) {
    reader.push(piece)
    if (texts !== undefined) kept.push(piece)
  }
  reader.end()
  if (texts !== undefined) writeFileSync(join(texts, `${basename(file)}.txt`), kept.join(''))
  return read
}

function reasonOf(error: unknown): string | undefined {
  const refusal = refusalOf(error)
  if (refusal !== undefined) return refusal
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (!/^E[A-Z]+$/.test(code)) return undefined
  return `无法打开 cannot be opened: ${error instanceof Error ? error.message : ''}`
}

function asJson(file: string, { articles, facts }: ReadFile) {
  return {
    file,
    articles: articles.map(({ title, start, end, region, measures }) => ({
      title,
      start,
      end,
      region,
      measures,
    })),
    facts: facts.map((fact) => ({
      valueStart: fact.valueStart,
      valueEnd: fact.valueEnd,
      value: numeral(fact.value),
      unit: fact.unit,
      kind: fact.kind,
      subject: fact.subject,
      region: fact.region,
      period: fact.period,
      comparison: fact.comparison,
      organisation: fact.organisation,
      article: fact.article,
    })),
  }
}

/** A number where JSON can hold it exactly, else its decimal digits as text. */
function numeral(value: string): number | string {
  return String(Number(value)) === value ? Number(value) : value
}

function tell(out: Output, file: string, { articles, facts }: ReadFile): void {
  const lines = [`${file}: ${articles.length} 篇 articles, ${facts.length} 个数字 figures`]
  for (const { title, region } of articles) {
    lines.push(`  ${title}（${region.province ?? '地区不明 no region'}${region.city ?? ''}）`)
    for (const fact of facts.filter((f) => f.article === title))
      lines.push(
        `    ${fact.valueText.replaceAll(/\s+/g, '')}  ${fact.subject}  ${fact.period ?? ''}`.trimEnd(),
      )
  }
  out.print(lines.join('\n'))
}
