import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import asc from 'assemblyscript/asc'
import { ROOT } from './root.mjs'

/** Where the compiled primitives stand, in base64, so that the domain reads no file. */
const BYTES = join(ROOT, 'domain', 'src', 'rules', 'batch', 'bytes.ts')

/** Compiles domain/primitives twice, with SIMD and without, into the text of `BYTES`. */
async function primitives() {
  const [simd, scalar] = [await compile('--enable', 'simd'), await compile()]
  return `/** Written by scripts/primitives.mjs from domain/primitives; a test compiles it again and compares. */
export const SIMD =
  '${simd}'
export const SCALAR =
  '${scalar}'
`
}

async function compile(...features) {
  const folder = mkdtempSync(join(tmpdir(), 'kehui-primitives-'))
  try {
    const out = join(folder, 'out.wasm')
    const source = join(ROOT, 'domain', 'primitives', 'index.ts')
    const options = ['-O3', '--runtime', 'stub', '--importMemory', '--noAssert', ...features]
    const { error, stderr } = await asc.main([source, '--baseDir', ROOT, ...options, '-o', out])
    if (error) throw new Error(`The primitives do not compile: ${error.message}\n${stderr.toString()}`)
    return readFileSync(out).toString('base64')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = await primitives()
  if (!process.argv.includes('--check')) writeFileSync(BYTES, text)
  else if (readFileSync(BYTES, 'utf8') !== text) {
    console.error(
      'The compiled primitives are not those of domain/primitives; run node scripts/primitives.mjs',
    )
    process.exit(1)
  }
}
