import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, readdirSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { StartupError } from '../../startup-error.js'

/** How PostgreSQL is run: PostgreSQL refuses root, and initdb a user that has no name. */
export type Identity = {
  /** What stands before the program on its command line. */
  prefix: string[]
  /** Another user to become, whose the files must then be. */
  owner?: { uid: number; gid: number }
}

const NOBODY = 65_534

export function chooseIdentity(folder: string, program: string): Identity {
  if (!needsAnotherUser()) return { prefix: [] }
  const root = process.getuid?.() === 0
  const around = dirname(folder)
  const theirs = root ? ownerOf(around) : undefined
  if (theirs !== undefined && works({ prefix: [], owner: theirs }, program, around)) {
    giveAway(folder, theirs)
    return { prefix: [], owner: theirs }
  }
  // In a user namespace of its own the server counts as nobody, while its files stay ours.
  const prefix = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--']
  if (works({ prefix }, program, around)) {
    // An earlier start may have had to give them to nobody.
    if (root && statSync(folder).uid !== 0) giveAway(folder, { uid: 0, gid: 0 })
    return { prefix }
  }
  const owner = { uid: NOBODY, gid: NOBODY }
  if (root) {
    // Kehui's own folder around it: others may pass through it, not look around.
    chmodSync(around, 0o711)
    if (works({ prefix: [], owner }, program, around)) {
      giveAway(folder, owner)
      return { prefix: [], owner }
    }
  }
  throw new StartupError(
    'PostgreSQL does not run as this user, and no other user can reach its files.',
    'Start Kehui as an ordinary user, or move it and KEHUI_DATA where others may read, or set DATABASE_URL.',
  )
}

/** The ordinary user whose data folder it is: root works on it as that user, who goes on using it. */
function ownerOf(folder: string): Identity['owner'] {
  const { uid, gid } = statSync(folder)
  const named = () => spawnSync('id', ['-nu', String(uid)], { stdio: 'ignore' }).status === 0
  return uid !== 0 && uid !== NOBODY && named() ? { uid, gid } : undefined
}

/** Makes the owner of the files whoever runs PostgreSQL. */
export function giveAway(path: string, owner: Identity['owner']): void {
  if (owner === undefined || !existsSync(path)) return
  chownSync(path, owner.uid, owner.gid)
  if (!statSync(path).isDirectory()) return
  for (const entry of readdirSync(path, { recursive: true, encoding: 'utf8' })) {
    chownSync(join(path, entry), owner.uid, owner.gid)
  }
}

function needsAnotherUser(): boolean {
  if (process.getuid?.() === 0) return true
  try {
    userInfo()
    return false
  } catch {
    return true
  }
}

/** It can run the program and reach what lies in the folder. */
function works(identity: Identity, program: string, folder: string): boolean {
  return runs(identity, [program, '--version']) && runs(identity, ['test', '-x', folder])
}

function runs({ prefix, owner }: Identity, program: readonly string[]): boolean {
  const [command = '', ...rest] = [...prefix, ...program]
  return spawnSync(command, rest, { stdio: 'ignore', ...owner }).status === 0
}
