import { existsSync } from 'node:fs'
import { importSpeed } from './import.mjs'
import { nameSpeed } from './names.mjs'

/** Smaller sizes are for looking at it; the figures that are told are those of three million. */
const ROWS = Number(process.env.KEHUI_BENCH_ROWS ?? 3_000_000)

export async function registry() {
  const { copyRatio, peakMiB, codeP95Ms } = await importSpeed(ROWS)
  const { nameP95Ms } = await nameSpeed(ROWS)
  const chain = new URL('./chain.mjs', import.meta.url)
  const { chainP95Ms } = existsSync(chain)
    ? await (await import(chain.href)).chainSpeed()
    : { chainP95Ms: null }
  return {
    figures: {
      copyRatio: Number(copyRatio.toFixed(3)),
      peakMiB,
      codeP95Ms: Number(codeP95Ms.toFixed(2)),
      nameP95Ms,
      chainP95Ms,
    },
  }
}
