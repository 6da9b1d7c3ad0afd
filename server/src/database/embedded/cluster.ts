import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { diskFullError, isDiskFull, StartupError } from '../../startup-error.js'
import { giveAway, type Identity } from './identity.js'

export const USER = 'kehui'

/** The files of an embedded server, all in one folder. */
export type Cluster = { folder: string; data: string; log: string; password: string }

export function openCluster(folder: string): Cluster {
  return { folder, data: join(folder, 'data'), log: join(folder, 'postgres.log'), password: '' }
}

export function isCreated(cluster: Cluster): boolean {
  return existsSync(join(cluster.data, 'PG_VERSION'))
}

export function readPassword(cluster: Cluster): string {
  return readFileSync(passwordFile(cluster.folder), 'utf8')
}

/** Creates the cluster beside its place and moves it there whole, so that a half-made one is never used. */
export function createCluster(cluster: Cluster, initdb: string, identity: Identity, durable: boolean): void {
  for (const name of readdirSync(cluster.folder)) {
    if (name.startsWith('new-')) rmSync(join(cluster.folder, name), { recursive: true, force: true })
  }
  const fresh = join(cluster.folder, `new-${process.pid}`)
  mkdirSync(fresh, { mode: 0o700 })
  const secret = passwordFile(cluster.folder)
  try {
    writeFileSync(secret, randomBytes(24).toString('base64url'), { mode: 0o600 })
    giveAway(cluster.folder, identity.owner)
    runInitdb(initdb, identity, fresh, secret, durable)
    renameSync(fresh, cluster.data)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    throw isDiskFull(error) ? diskFullError(cluster.folder, error) : error
  }
}

function runInitdb(initdb: string, identity: Identity, data: string, secret: string, durable: boolean): void {
  const options = [
    ...['-D', data, '-U', USER, `--pwfile=${secret}`, '--auth=scram-sha-256', '--encoding=UTF8'],
    // The same order of texts on every machine, whatever languages it has installed.
    ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-instructions'],
    ...(durable ? [] : ['--no-sync']),
  ]
  const [command = initdb, ...rest] = [...identity.prefix, initdb, ...options]
  const { status, stderr, error } = spawnSync(command, rest, { encoding: 'utf8', ...identity.owner })
  if (status === 0) return
  throw new StartupError(
    `The embedded PostgreSQL could not be set up: ${(stderr ?? '').trim().split('\n').slice(-3).join(' ')}`,
    `Check that ${data} can be written, or set DATABASE_URL to a PostgreSQL server.`,
    { cause: error ?? new Error(stderr) },
  )
}

function passwordFile(folder: string): string {
  return join(folder, 'password')
}
