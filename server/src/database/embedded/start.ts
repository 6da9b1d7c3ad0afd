import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { diskFullError, StartupError } from '../../startup-error.js'
import { type Binaries, findBinaries } from './binaries.js'
import { type Cluster, createCluster, isCreated, openCluster, readPassword, USER } from './cluster.js'
import { chooseIdentity, giveAway, type Identity } from './identity.js'
import { readPostmaster, stopOrphan } from './postmaster.js'

export type EmbeddedPostgres = {
  /** Of the database `postgres` in it. */
  url: string
  /** Comes true when the server ends, with the reason it gave where nobody stopped it. */
  ended: Promise<StartupError>
  /** Lets transactions under way be undone and everything be written; `now` does not. */
  stop(now?: boolean): Promise<void>
}

export type EmbeddedOptions = {
  /** false only for tests: faster, and lost in a power cut. */
  durable?: boolean
  progress?: (line: string) => void
}

/** Starts the PostgreSQL server whose files are in `folder`, creating it there first where it is missing. */
export async function startEmbedded(
  folder: string,
  options: EmbeddedOptions = {},
): Promise<EmbeddedPostgres> {
  const { durable = true, progress = () => {} } = options
  const binaries = findBinaries()
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const cluster = openCluster(folder)
  const identity = chooseIdentity(folder, binaries.postgres)
  if (isCreated(cluster)) {
    if (await stopOrphan(cluster.data)) progress('Stopped the database that an earlier run left behind')
    giveAway(folder, identity.owner)
  } else {
    progress('Creating the database')
    createCluster(cluster, binaries.initdb, identity, durable)
  }
  return launch(cluster, binaries, identity, durable)
}

async function launch(
  cluster: Cluster,
  binaries: Binaries,
  identity: Identity,
  durable: boolean,
): Promise<EmbeddedPostgres> {
  const patience = Date.now() + 15_000
  for (;;) {
    const port = await findFreePort()
    const from = logLength(cluster)
    const child = spawnServer(cluster, binaries, identity, port, durable)
    const ended = new Promise<StartupError>((resolve) => {
      child.once('close', () => resolve(endOf(cluster, from, 'ended unexpectedly')))
    })
    if (await becameReady(cluster, child)) {
      const url = `postgres://${USER}:${readPassword(cluster)}@127.0.0.1:${port}/postgres`
      return { url, ended, stop: (now = false) => stopServer(child, ended, now) }
    }
    if (!passesByItself(logSince(cluster, from)) || Date.now() > patience) {
      throw endOf(cluster, from, 'did not start')
    }
    await sleep(100)
  }
}

function spawnServer(
  cluster: Cluster,
  binaries: Binaries,
  identity: Identity,
  port: number,
  durable: boolean,
): ChildProcess {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 50,
    log_min_messages: 'warning',
    timezone: 'UTC',
    // Nobody copies this server while it runs: tables that are filled as they are made need not be written twice.
    wal_level: 'minimal',
    max_wal_senders: 0,
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const [command = '', ...rest] = [...identity.prefix, binaries.postgres, '-D', cluster.data, ...options]
  const log = openSync(cluster.log, 'a', 0o600)
  giveAway(cluster.log, identity.owner)
  // A session of its own: Ctrl-C in the terminal reaches Kehui alone, which closes its work before the database.
  const child = spawn(command, rest, { detached: true, stdio: ['ignore', log, log], ...identity.owner })
  closeSync(log)
  return child
}

async function becameReady(cluster: Cluster, child: ChildProcess): Promise<boolean> {
  let failed = false
  child.once('error', () => {
    failed = true
  })
  while (child.exitCode === null && child.signalCode === null && !failed) {
    const postmaster = readPostmaster(cluster.data)
    if (postmaster?.pid === child.pid && postmaster?.ready) return true
    await sleep(10)
  }
  return false
}

async function stopServer(child: ChildProcess, ended: Promise<StartupError>, now: boolean): Promise<void> {
  child.kill(now ? 'SIGQUIT' : 'SIGINT')
  await ended
}

/** The children of a server killed a moment ago still hold its memory; a port can be taken just before us. */
function passesByItself(said: string): boolean {
  return /pre-existing shared memory|lock file "postmaster.pid" already exists|could not bind|Address already in use/.test(
    said,
  )
}

function endOf(cluster: Cluster, from: number, what: string): StartupError {
  const said = logSince(cluster, from)
  if (/No space left on device|Disk quota exceeded/.test(said)) return diskFullError(cluster.folder, said)
  const last = said.trim().split('\n').slice(-3).join(' ')
  return new StartupError(`The embedded PostgreSQL ${what}: ${last}`, `Its log is ${cluster.log}.`)
}

function logSince(cluster: Cluster, from: number): string {
  return existsSync(cluster.log) ? readFileSync(cluster.log).subarray(from).toString() : ''
}

function logLength(cluster: Cluster): number {
  return statSync(cluster.log, { throwIfNoEntry: false })?.size ?? 0
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
