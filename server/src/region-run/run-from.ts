import { setTimeout as sleep } from 'node:timers/promises'
import { parseDay } from '@kehui/domain/shared'
import { type Client, createClient } from '../client/client.js'
import { ApiError } from '../client/error.js'
import type { Config } from '../config.js'
import { answerFor, HttpError } from '../http/error.js'
import { addressOf } from '../instance.js'
import { findRegionOfPack, packsOfRegions } from '../registry/store-region.js'
import { openContext, type Undo } from '../run.js'
import { StartupError } from '../startup-error.js'
import type { RegionRun, RegionRunDetail } from './schema.js'
import { startRun } from './start-run.js'
import { askCancel } from './store-runs.js'
import { runDetail, runOr404, runView } from './view.js'

export interface RunAsked {
  /** The id of its pack. */
  readonly region: string
  /** Today where it is left out. */
  readonly on?: string | undefined
  readonly lang: 'zh' | 'en'
  readonly signal: AbortSignal
  readonly progress: (run: RegionRun) => void
  /** Lines about what is opened first. */
  readonly told: (line: string) => void
}

/** What is wrong and what to do, for whoever asked from a terminal. */
export class RunRefused extends Error {}

const EVERY_MS = 200

/** Runs a region and waits for the end: at the server that runs on the data folder, or here where none does. */
export async function runFrom(config: Config, asked: RunAsked): Promise<RegionRunDetail> {
  if (asked.on !== undefined && parseDay(asked.on) === undefined)
    throw new RunRefused(`“${asked.on}” is no date; write 2026-11-24`)
  const address = addressOf(config.dataFolder)
  try {
    return address === null ? await runHere(config, asked) : await runAt(address, asked)
  } catch (error) {
    if (error instanceof HttpError) {
      const { message, next } = answerFor(error, asked.lang).body.error
      throw new RunRefused(`${message} ${next}`)
    }
    if (error instanceof ApiError) throw new RunRefused(`${error.message} ${error.next}`)
    if (error instanceof StartupError) throw new RunRefused(`${error.message}\n${error.next}`)
    throw error
  }
}

async function runAt(
  address: string,
  { region, on, lang, signal, progress }: RunAsked,
): Promise<RegionRunDetail> {
  const client: Client = createClient({ baseUrl: address, role: () => 'clerk', lang: () => lang })
  const served = (await client.regionRuns()).region
  if (served !== region)
    throw new RunRefused(`The server at ${address} runs the region “${served}”, not “${region}”.`)
  const { id } = await client.startRegionRun(on)
  let cancelled = false
  for (;;) {
    const run = await client.regionRun(id)
    progress(run)
    if (run.state !== 'running') return run
    if (signal.aborted && !cancelled) {
      cancelled = true
      await client.cancelRegionRun(id).catch(() => {})
    }
    await sleep(EVERY_MS)
  }
}

async function runHere(config: Config, asked: RunAsked): Promise<RegionRunDetail> {
  const undoing: Undo[] = []
  try {
    const { context } = await openContext(config, asked.told, (step) => undoing.push(step))
    const { pool } = context
    const region = await findRegionOfPack(pool, asked.region)
    if (region === null) {
      const known = (await packsOfRegions(pool)).map(({ pack }) => pack)
      throw new RunRefused(
        `There is no region “${asked.region}”; there ${known.length === 1 ? 'is' : 'are'} ${known.join(', ')}`,
      )
    }
    const on = asked.on ?? context.today()
    const { id, ended } = await startRun(context, region, { on, cause: 'asked', byName: null })
    let done = false
    const over = ended.then(
      () => {
        done = true
      },
      // What failed stands in the line of the run.
      () => {
        done = true
      },
    )
    while (!done) {
      await Promise.race([over, sleep(EVERY_MS)])
      if (asked.signal.aborted) await askCancel(pool, region, id)
      asked.progress(runView(await runOr404(context, region, id)))
    }
    return await runDetail(context, region, id, asked.lang)
  } finally {
    for (const step of undoing.toReversed()) await step(false)
  }
}
