import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { pageSizes } from './bundle.js'

const dist = fileURLToPath(new URL('../../web/dist', import.meta.url))
const KIB = 1024
/** Companies open the portal on whatever telephone they have; staff work on the same desk every day. */
const scriptLimit = (page: string) =>
  (/picture\.tsx$/.test(page) ? 360 : page.startsWith('src/portal/') ? 150 : 180) * KIB

describe('what a page weighs, gzipped', () => {
  const sizes = pageSizes(dist)
  it('counts every page', () => {
    expect(sizes.length).toBeGreaterThanOrEqual(7)
  })
  it.each(sizes)(
    '$page: scripts ≤ 150 KiB (of the workbench 180, of a picture 360), styles ≤ 20 KiB',
    ({ page, scriptBytes, styleBytes }) => {
      expect(scriptBytes).toBeLessThanOrEqual(scriptLimit(page))
      expect(styleBytes).toBeLessThanOrEqual(20 * KIB)
    },
  )
})

describe('the start page under a strict policy', () => {
  const html = readFileSync(join(dist, 'index.html'), 'utf8')
  it('has no inline script, style or handler', () => {
    expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=/)
    for (const [, attributes = '', body = ''] of html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)) {
      expect(attributes).toContain('src=')
      expect(body.trim()).toBe('')
    }
  })
  it('names no other host', () => {
    expect([...html.matchAll(/(?:src|href)="(https?:)?\/\//g)]).toEqual([])
  })
})
