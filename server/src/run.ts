import { join } from 'node:path'
import { buildApp } from './app.js'
import type { Config } from './config.js'
import { type AppContext, createContext } from './context.js'
import { openDatabase } from './database/open.js'
import { ensureRegion } from './database/region.js'
import { loadDemo } from './demo/index.js'
import { claimFolder, type Instance } from './instance.js'
import { keepAssessed } from './jobs/keep-assessed.js'
import { keepDelivered } from './jobs/keep-delivered.js'
import { keepDue } from './jobs/keep-due.js'
import { keepMatched } from './jobs/keep-matched.js'
import { keepRegionRun } from './jobs/keep-region-run.js'
import { keepTold } from './jobs/keep-told.js'
import { createSignal } from './jobs/signal.js'
import { listen } from './listen.js'
import { matchingService } from './matching/service.js'
import { vocabularyOf } from './matching/vocabulary.js'
import { createMailer } from './notices/mailer.js'
import { readPackFiles } from './pack-files.js'
import { startLibrary } from './publishing/start.js'
import { enterPlans } from './registry/chain/enter-plans.js'
import { endInterrupted } from './registry/imports/store-imports.js'
import type { StartupError } from './startup-error.js'

export type Running = {
  address: string
  /** Comes true when something ended that the server cannot do without. */
  failed: Promise<StartupError>
}

/** What must be undone, in reverse; main.ts runs it however far the start came. */
export type Undo = (now: boolean) => Promise<void> | void

const DEMO_PACK = 'demo'
/** Whose programmes are everywhere: the region of a server without samples. */
const COUNTRY_PACK = 'national'

export type Opened = {
  context: AppContext
  instance: Instance
  failed: Promise<StartupError>
}

/** What a server works with, before anybody can reach it. Each part tells `undo` how to end it as soon as it runs. */
export async function openContext(
  config: Config,
  progress: (line: string) => void,
  undo: (step: Undo) => void,
): Promise<Opened> {
  const instance = claimFolder(config.dataFolder)
  undo(() => instance.release())
  const database = await openDatabase(config, progress)
  undo((now) => database.close(now))
  const { pool } = database
  const packFiles = readPackFiles()
  const started = await startLibrary({ pool, packFiles, now: new Date(), progress })
  const { library } = started
  progress(`Loaded ${library.programmes.size} programmes of ${library.packs.size} packs`)
  const mail = config.mail ? createMailer(config.mail) : null
  undo(() => mail?.close())
  const files = join(config.dataFolder, 'imports')
  const wrote = createSignal()
  const vocabulary = vocabularyOf(packFiles)
  const { dataFolder, openSearch, embeddings } = config
  const matching = matchingService({ pool, vocabulary, dataFolder, openSearch, embeddings, wrote })
  undo((now) => (now ? undefined : matching.stop()))
  const context = createContext({
    pool,
    ...started,
    packFiles,
    files,
    demo: config.demo,
    mail,
    innerWebhooks: config.innerWebhooks,
    wrote,
    matching,
  })
  const pack = library.packs.get(config.demo ? DEMO_PACK : COUNTRY_PACK)
  if (pack !== undefined) {
    const region = await ensureRegion(pool, pack)
    await endInterrupted(pool, region)
    await enterPlans(pool, library, region, pack.id)
    if (config.demo) await loadDemo({ pool, library, region, today: context.today(), progress })
  }
  return { context, instance, failed: database.ended }
}

/** Starts the parts in order. Each tells `undo` how to end it as soon as it runs. */
export async function run(
  config: Config,
  progress: (line: string) => void,
  undo: (step: Undo) => void,
): Promise<Running> {
  const { context, instance, failed } = await openContext(config, progress, undo)
  const app = await buildApp({ context, hostNames: config.hostNames })
  undo((now) => (now ? undefined : app.close()))
  const address = await listen(app, config)
  context.address = config.address ?? address
  instance.announce(address)
  const jobs = [
    keepAssessed(context, (error) => console.error('Results could not be computed:', error)),
    keepDelivered(context, (error) => console.error('Webhooks could not be told:', error)),
    keepDue(context, (error) => console.error('Needs and introductions could not be ended in time:', error)),
    keepMatched(context, (error) => console.error('Matches could not be told:', error)),
    keepTold(context, (error) => console.error('Reminders could not be sent:', error)),
    keepRegionRun(context, (error) => console.error('The region could not be run:', error)),
  ]
  undo(async (now) => {
    const stopped = jobs.map((job) => job.stop())
    if (!now) await Promise.all(stopped)
  })
  return { address, failed }
}
