import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { violations } from './axe.js'
import { startCompany } from './company.js'
import { journeys } from './journey.js'
import { overflow, type Reader, type Site, settled } from './site.js'

/** Kept as artefacts of a run, to be looked at. */
const FOLDER = fileURLToPath(new URL('../artefacts/', import.meta.url))
const WIDTHS = [320, 390, 1440] as const
const journey = journeys()

interface View {
  readonly name: string
  readonly reader?: Reader
  /** Brings the page to the state that is looked at. */
  readonly open: (page: Page) => Promise<void>
}

async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await settled(page)
}

/** A sample company, the first that is found. */
async function openPackage(page: Page, search = ''): Promise<void> {
  await goTo(page, '/companies?q=云川')
  const path = await page.locator('.results a').first().getAttribute('href')
  await goTo(page, `${path}${search}`)
}

async function openEntry(page: Page): Promise<void> {
  await openPackage(page)
  const link = page.locator('a.item[href*="entry="]').first()
  await link.click()
  await page.locator('#entry-title').waitFor()
}

async function openQuestion(page: Page): Promise<void> {
  const path = await startCompany(page, '云川看样示例有限公司')
  await goTo(page, `${path}?entry=demo.high-tech-award~${path.split('/').at(-1)}`)
  await page
    .getByRole('button', { name: /^(填写|Enter)/ })
    .first()
    .click()
  await page.locator('form.answer').waitFor()
}

const VIEWS: readonly View[] = [
  { name: 'home', open: (page) => goTo(page, '/') },
  { name: 'companies', open: (page) => goTo(page, '/companies?q=云川') },
  { name: 'new-company', open: (page) => goTo(page, '/companies/new') },
  {
    name: 'new-company-errors',
    open: async (page) => {
      await goTo(page, '/companies/new')
      await page.locator('form.card button[type=submit]').click()
      await page.locator('.error-summary').waitFor()
    },
  },
  { name: 'package', open: (page) => openPackage(page) },
  { name: 'package-needs', open: (page) => openPackage(page, '?show=needs') },
  { name: 'entry', open: openEntry },
  { name: 'question', open: openQuestion },
  { name: 'question-large', reader: { large: true }, open: openQuestion },
  { name: 'package-large', reader: { large: true }, open: (page) => openPackage(page) },
  { name: 'package-english', reader: { lang: 'en' }, open: (page) => openPackage(page) },
  {
    name: 'facts',
    open: async (page) => {
      await openPackage(page)
      await goTo(page, `${new URL(page.url()).pathname}/facts`)
    },
  },
  { name: 'programmes', open: (page) => goTo(page, '/programmes') },
  { name: 'programme', open: (page) => goTo(page, '/programmes/demo.high-tech-award') },
  { name: 'programme-points', open: (page) => goTo(page, '/programmes/cn.tech-sme') },
  { name: 'imports', reader: { role: 'service-team' }, open: (page) => goTo(page, '/imports') },
  { name: 'workbench', reader: { role: 'clerk' }, open: (page) => goTo(page, '/workbench') },
  { name: 'help', open: (page) => goTo(page, '/help') },
  { name: 'not-found', open: (page) => goTo(page, '/nowhere') },
]

async function look(site: Site, view: View, width: number): Promise<void> {
  const { page, complaints, close } = await site.visit({ ...view.reader, width })
  await view.open(page)
  mkdirSync(FOLDER, { recursive: true })
  await page.screenshot({
    path: `${FOLDER}${view.name}-${width}.png`,
    fullPage: !view.name.startsWith('question'),
  })
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  expect(await violations(page)).toEqual([])
  expect(complaints).toEqual([])
  await close()
}

for (const view of VIEWS) {
  for (const width of WIDTHS) {
    journey(`${view.name} at ${width} px: fits, nothing found by axe, no complaint of the browser`, (site) =>
      look(site, view, width),
    )
  }
}

journey('a contrast broken on purpose is found', async (site) => {
  const { page, close } = await site.visit()
  await goTo(page, '/help')
  await page.evaluate(() => {
    const paragraph = document.querySelector<HTMLElement>('main p')
    if (paragraph) paragraph.style.color = '#c8ced4'
  })
  const found = await violations(page)
  expect(found.map((violation) => violation.rule)).toEqual(['color-contrast'])
  await close()
})

journey('the skip link leads past the header, by keyboard alone', async (site) => {
  const { page, close } = await site.visit()
  await goTo(page, '/')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  await close()
})
