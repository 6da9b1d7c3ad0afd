import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { violations } from './axe.js'
import { journeys } from './journey.js'
import { overflow, type Site } from './site.js'
import type { View } from './views/view.js'

/** Kept as artefacts of a run, to be looked at. */
const FOLDER = fileURLToPath(new URL('../artefacts/', import.meta.url))
const WIDTHS = [320, 390, 768, 1440] as const
const HEIGHT = 900
/** The widths at which the pages are laid out differently: what axe would find between them it finds at these. */
const CHECKED: readonly number[] = [320, 390, 1440]

/**
 * The page in a window as high as itself: in a picture taken by scrolling, bars that stick to the window's
 * edge would stand in the middle of the page, and lists as high as the window would be cut.
 */
async function picture(page: Page, path: string): Promise<void> {
  const width = page.viewportSize()?.width ?? 0
  const hasDialog = (await page.locator('dialog[open]').count()) > 0
  if (!hasDialog) {
    // Twice: what was as high as the window grows with it.
    for (let times = 0; times < 2; times += 1) {
      const height = await page.evaluate(() => document.documentElement.scrollHeight)
      await page.setViewportSize({ width, height: Math.max(height, HEIGHT) })
    }
  }
  await page.screenshot({ path })
  if (!hasDialog) await page.setViewportSize({ width, height: HEIGHT })
}

async function look(page: Page, view: View, width: number): Promise<void> {
  await page.setViewportSize({ width, height: HEIGHT })
  await picture(page, `${FOLDER}${view.name}-${width}.png`)
  expect(await overflow(page), `reaches beyond ${width} px`).toBeLessThanOrEqual(0)
  if (CHECKED.includes(width)) expect(await violations(page), `axe at ${width} px`).toEqual([])
}

async function lookAt(site: Site, view: View): Promise<void> {
  const { page, complaints, close } = await site.visit({ ...view.reader, width: WIDTHS[0] })
  await view.open(page)
  mkdirSync(FOLDER, { recursive: true })
  for (const width of WIDTHS) await look(page, view, width)
  expect(complaints).toEqual([])
  await close()
}

/** Looks at views; they stand in several files, so that two browsers share them. */
export function looksOf(views: readonly View[]): void {
  const journey = journeys()
  for (const view of views) {
    journey(`${view.name}: fits in every width, nothing found by axe, no complaint of the browser`, (site) =>
      lookAt(site, view),
    )
  }
}
