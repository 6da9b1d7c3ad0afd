import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../testing-process.js'
import { startEmbedded } from './start.js'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const DAEMON = { uid: 1, gid: 1 }
/** Root can become another user, who must be able to read the programs; everyone else stays who they are. */
const canBeDaemon = process.getuid?.() === 0 && spawnSync('ls', [HERE], { ...DAEMON }).status === 0
const own = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }

test.each([
  ['that root made itself', own, 0o700],
  ['of another user', canBeDaemon ? DAEMON : own, 0o700],
  ['of another user, open to all', canBeDaemon ? DAEMON : own, 0o755],
])('a data folder %s keeps its owner, start after start', { timeout: 60_000 }, async (_, owner, mode) => {
  const folder = temporaryFolder()
  chownSync(folder.path, owner.uid, owner.gid)
  chmodSync(folder.path, mode)
  const database = join(folder.path, 'database')
  for (const _start of ['first', 'second']) {
    const server = await startEmbedded(database, { durable: false })
    await server.stop(true)
    const files = readdirSync(database, { recursive: true, encoding: 'utf8' })
    const owners = new Set(files.map((file) => statSync(join(database, file)).uid))
    expect([...owners]).toEqual([owner.uid])
  }
  folder.remove()
})
