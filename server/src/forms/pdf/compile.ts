import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { TEMPLATE } from './template.js'

const require = createRequire(import.meta.url)
const WEIGHTS = ['Regular', 'Bold'] as const

let ready: Promise<NodeCompiler> | null = null

/** The typesetter and its font are some 30 MB: they are loaded with the first form that is asked for. */
async function compiler(): Promise<NodeCompiler> {
  ready ??= start().catch((error: unknown) => {
    ready = null
    throw error
  })
  return ready
}

async function start(): Promise<NodeCompiler> {
  const { NodeCompiler: Compiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  const folder = join(dirname(require.resolve('@embedpdf/fonts-sc')), '..', 'fonts')
  const fontBlobs = await Promise.all(
    WEIGHTS.map((weight) => readFile(join(folder, `NotoSansHans-${weight}.otf`))),
  )
  return Compiler.create({ fontArgs: [{ fontBlobs }] })
}

/** How many compilations a result stays in the typesetter's memory. */
const KEPT = 4

/** Sets the data in the template; the text of the PDF can be selected and searched. */
export async function typeset(data: unknown, template: string = TEMPLATE): Promise<Uint8Array> {
  const typst = await compiler()
  const made = typst.compile({ mainFileContent: template, inputs: { data: JSON.stringify(data) } })
  if (made.hasError() || !made.result) {
    const told = made.takeDiagnostics()?.shortDiagnostics ?? []
    throw new Error(`The form cannot be typeset: ${JSON.stringify(told)}`)
  }
  const pdf = typst.pdf(made.result)
  typst.evictCache(KEPT)
  return pdf
}
