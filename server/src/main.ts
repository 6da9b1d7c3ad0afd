import { setImmediate, setTimeout as sleep } from 'node:timers/promises'
import { type Config, readConfig } from './config.js'
import { run, type Undo } from './run.js'
import { explain, StartupError } from './startup-error.js'

const undoing: Undo[] = []
const PATIENCE_MS = 8_000
let stopping = false

/** Starts Kehui and keeps it until Ctrl-C. */
async function main(): Promise<void> {
  let config: Config | undefined
  try {
    config = readConfig()
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stopOnSignal)
    const { address, failed } = await run(config, progress, (step) => undoing.push(step))
    progress(`Kehui is ready: ${address}`)
    console.log('Press Ctrl-C to stop.')
    const reason = await failed
    if (!stopping) await fail(reason)
  } catch (error) {
    // Ctrl-C also ends what was being waited for; its signal is heard one turn later.
    await setImmediate()
    if (!stopping) await fail(explain(error, config?.dataFolder ?? '.'))
  }
}

function progress(line: string): void {
  const seconds = process.uptime().toFixed(1).padStart(5)
  console.log(`${seconds} s  ${line}`)
}

/** The terminal signals npm and Kehui, and npm signals Kehui once more: that is one Ctrl-C, not two. */
const ONE_PRESS_MS = 500
let signalled = 0

/** The first asks for an orderly end, the second for one at once. */
function stopOnSignal(): void {
  const again = stopping
  if (again && performance.now() - signalled < ONE_PRESS_MS) return
  signalled = performance.now()
  stopping = true
  if (!again) console.log('\nStopping …')
  end(again).then(() => {
    console.log('Stopped.')
    process.exit(again ? 130 : 0)
  })
}

async function fail(error: unknown): Promise<void> {
  stopping = true
  if (error instanceof StartupError) console.error(`\n${error.message}\n${error.next}`)
  else console.error('\nKehui failed. Please report this:', error)
  await end(false)
  process.exit(1)
}

async function end(now: boolean): Promise<void> {
  for (const step of undoing.toReversed()) {
    try {
      // Whatever does not end by itself ends with the process.
      await Promise.race([step(now), sleep(PATIENCE_MS)])
    } catch (error) {
      console.error('While stopping:', error)
    }
  }
}

await main()
