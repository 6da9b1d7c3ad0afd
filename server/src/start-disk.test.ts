import { spawnSync } from 'node:child_process'
import { beforeAll, expect, test } from 'vitest'
import { buildFirst, START, startKehui, temporaryFolder } from './testing-process.js'

/** A disk of its own needs a mount, which Linux allows inside a user namespace. */
const namespace = ['unshare', '--user', '--map-root-user', '--mount', '--']
const canMount = spawnSync('unshare', [...namespace.slice(1), 'true']).status === 0

beforeAll(buildFirst, 120_000)

test('a full disk is named as such', { timeout: 60_000 }, async ({ skip }) => {
  skip(!canMount, 'a small disk cannot be mounted here: needs Linux with unprivileged user namespaces')
  const folder = temporaryFolder()
  const command = `mount -t tmpfs -o size=20m tmpfs "$KEHUI_DATA" && exec "${process.execPath}" "${START}"`
  const started = startKehui({ KEHUI_DATA: folder.path }, [...namespace, 'sh', '-c', command])
  expect(await started.ended).toBe(1)
  expect(started.said()).toContain(`The disk that holds ${folder.path}`)
  expect(started.said()).toContain('Free at least 200 MB')
  folder.remove()
})
