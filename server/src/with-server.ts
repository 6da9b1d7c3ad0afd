import { readConfig } from './config.js'
import { addressOf } from './instance.js'
import { run, type Undo } from './run.js'

/**
 * Does something with a server: the one at an address, else the one that runs on this data folder, else one that is
 * started for it and ended after.
 */
export async function withServer<T>(
  address: string | undefined,
  work: (address: string) => Promise<T>,
): Promise<T> {
  if (address !== undefined) return work(address.replace(/\/+$/, ''))
  const config = readConfig()
  const running = addressOf(config.dataFolder)
  if (running !== null) return work(running)
  const undoing: Undo[] = []
  try {
    const started = await run(
      config,
      () => {},
      (step) => undoing.push(step),
    )
    return await work(started.address)
  } finally {
    for (const step of undoing.toReversed()) await step(false)
  }
}
