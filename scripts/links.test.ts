import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const FOLDERS = ['.', 'docs', 'docs/decisions', 'docs/guide']
const LINK = /\]\(([^)\s]+)\)/g

test('every link between documents leads somewhere', () => {
  const documents = FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(ROOT, folder, name)),
  )
  const broken = documents.flatMap((document) => {
    const links = [...readFileSync(document, 'utf8').matchAll(LINK)].map(([, link = '']) => link)
    return links
      .filter((link) => !/^(https?:|mailto:|#)/.test(link))
      .filter((link) => !existsSync(join(dirname(document), link.replace(/#.*$/, ''))))
      .map((link) => `${relative(ROOT, document)}: ${link}`)
  })
  expect(documents.length).toBeGreaterThan(10)
  expect(broken).toEqual([])
})

test('no text holds what a merge left open', () => {
  const { stdout } = spawnSync('git', ['grep', '-lE', '^(<<<<<<<|>>>>>>>) '], { cwd: ROOT, encoding: 'utf8' })
  expect(stdout).toBe('')
})
