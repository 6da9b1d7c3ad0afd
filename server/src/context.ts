import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PackSource } from '@kehui/domain/packs'
import type { Held } from '@kehui/domain/packs/publishing'
import { KINDS, type Kind } from '@kehui/domain/registry/kinds'
import type { Library } from '@kehui/domain/rules'
import type { Pool } from './database/pool.js'
import { dateInChina } from './date-in-china.js'
import { createSignal, type Signal } from './jobs/signal.js'
import { type MatchingService, matchingService } from './matching/service.js'
import { vocabularyOf } from './matching/vocabulary.js'
import type { Mailer } from './notices/mailer.js'
import { readPackFiles } from './pack-files.js'
import { VERSION } from './version.js'

/** What routes and jobs work with. */
export type AppContext = {
  pool: Pool
  /** What is in force. Publishing puts another one in its place, so read it when it is needed and keep no copy. */
  library: Library
  /** The snapshot that says what is in force; 0 where none was written. */
  snapshot: number
  /** The files of packs/ as they were at start: what is published stands over them. */
  packFiles: readonly PackSource[]
  /** What waits because it could not be put in force at start. */
  held: Held | null
  /** Kinds of resources by their id. */
  kinds: ReadonlyMap<string, Kind>
  /** The folder in which uploaded files lie until they are imported. */
  files: string
  demo: boolean
  version: string
  /** The date in China, where the programmes are: YYYY-MM-DD. */
  today: () => string
  now: () => Date
  /** Null where no mail server is set. */
  mail: Mailer | null
  /** Where readers find the pages: what links in mails begin with. */
  address: string
  /** Emitted when something may have been written: jobs look whether there is work for them. */
  wrote: Signal
  /** Emitted when results that were stale were computed anew: what they came to may have to be told. */
  assessed: Signal
  /** Whether webhooks may be of this machine and of inner networks. */
  innerWebhooks: boolean
  /** What needs and resources can be matched, as of now. */
  matching: MatchingService
}

export type ContextOptions = Pick<AppContext, 'pool' | 'library'> & Partial<AppContext>

export function createContext(given: ContextOptions): AppContext {
  const now = given.now ?? (() => new Date())
  const packFiles = given.packFiles ?? readPackFiles()
  const today = () => dateInChina(now())
  const wrote = given.wrote ?? createSignal()
  const vocabulary = vocabularyOf(packFiles)
  return {
    snapshot: 0,
    held: null,
    kinds: new Map(KINDS.map((kind) => [kind.id, kind])),
    files: join(tmpdir(), `kehui-${process.pid}`),
    demo: true,
    version: VERSION,
    mail: null,
    innerWebhooks: false,
    address: 'http://localhost',
    now,
    today,
    wrote,
    assessed: createSignal(),
    packFiles,
    matching: matchingService({
      pool: given.pool,
      vocabulary,
      dataFolder: null,
      openSearch: null,
      embeddings: null,
      wrote,
    }),
    ...given,
  }
}
