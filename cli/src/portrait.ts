import { writeFileSync } from 'node:fs'
import { extname } from 'node:path'
import { parseArgs } from 'node:util'
import { AskRefused, readConfig, withClient } from '@kehui/server'
import type { Client } from '@kehui/server/client'
import { parsed } from './arguments.js'
import { type Output, UsageError } from './output.js'

const OPTIONS = {
  region: { type: 'string' },
  out: { type: 'string' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
} as const

const FILES = ['pdf', 'docx', 'txt', 'json'] as const
type PortraitFile = (typeof FILES)[number]
/** So many are named where a name means several. */
const NAMED = 10
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** `kehui portrait`: the page of a company as text or JSON, or its development report as a file. */
export async function runPortrait(args: string[], out: Output): Promise<number> {
  const { values, positionals } = parsed(() => parseArgs({ args, options: OPTIONS, allowPositionals: true }))
  const { region, out: path, lang = 'zh', json = false } = values
  const [company, ...more] = positionals
  if (company === undefined || company.trim() === '' || more.length > 0)
    throw new UsageError('give one company: its name, its credit code or its id')
  if (region === undefined) throw new UsageError('give --region PACK, such as demo')
  if (lang !== 'zh' && lang !== 'en') throw new UsageError(`--lang is zh or en, not “${lang}”`)
  const file = path === undefined ? (json ? 'json' : 'txt') : fileOf(path)
  const told = (line: string) => out.complain(line)
  try {
    await withClient(readConfig(), { region, lang, told }, async (client) => {
      const id = await idOf(client, company.trim())
      const content =
        file === 'json'
          ? `${JSON.stringify(await client.portrait(id, { lang }), null, 2)}\n`
          : new Uint8Array(await (await client.developmentReport(id, file, { lang })).arrayBuffer())
      if (path !== undefined) writeFileSync(path, content)
      else out.print((typeof content === 'string' ? content : new TextDecoder().decode(content)).trimEnd())
    })
    return 0
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    if (!(error instanceof AskRefused) && !isFileError(error)) throw error
    out.complain(json ? JSON.stringify({ error: message }) : message)
    return 1
  }
}

function fileOf(path: string): PortraitFile {
  const ending = extname(path).slice(1).toLowerCase()
  const file = FILES.find((one) => one === ending)
  if (file) return file
  throw new UsageError(`--out ends in ${FILES.map((one) => `.${one}`).join(', ')}, not “${path}”`)
}

/** Exactly of that name, code or id; what is only similar is named, not taken. */
async function idOf(client: Client, company: string): Promise<string> {
  if (ID.test(company)) return company
  const { items, total } = await client.subjects({ q: company })
  const exact = items.filter(({ name, creditCode }) => name === company || creditCode === company)
  const [only] = exact.length > 0 ? exact : items
  if (only && (exact.length === 1 || (exact.length === 0 && total === 1))) return only.id
  if (!only) throw new AskRefused(`“${company}” is not in the registry.`)
  const found = (exact.length > 0 ? exact : items).slice(0, NAMED)
  const lines = found.map(({ id, name, creditCode }) => `  ${id}  ${name}  ${creditCode ?? ''}`)
  throw new AskRefused(`“${company}” may be one of several; give the id of one:\n${lines.join('\n')}`)
}

function isFileError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && 'path' in error
}
