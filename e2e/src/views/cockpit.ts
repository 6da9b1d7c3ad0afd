import type { Page } from 'playwright-core'
import { settled } from '../site.js'
import { goTo, pageView, type View } from './view.js'

const CLERK = { role: 'clerk' } as const

/** From the page of chains to one of them, as a reader comes there. */
export async function openChain(page: Page, name: string): Promise<void> {
  await goTo(page, '/cockpit/chain')
  await page.locator('.chain-industries a', { hasText: name }).click()
  await page.locator('.chain-canvas canvas').first().waitFor()
  await settled(page)
}

async function showView(page: Page, view: string): Promise<void> {
  await openChain(page, '智能传感')
  await page.locator('.chain-controls').getByRole('link', { name: view, exact: true }).click()
  await page.locator('.chain-rows').waitFor()
  await settled(page)
}

export const cockpitViews: readonly View[] = [
  pageView('cockpit', '/cockpit', { role: 'clerk' }),
  pageView('cockpit-company', '/cockpit'),
  pageView('chains', '/cockpit/chain', CLERK),
  { name: 'chain-picture', reader: CLERK, open: (page) => openChain(page, '智能传感') },
  {
    name: 'chain-drilled',
    reader: CLERK,
    open: async (page) => {
      await openChain(page, '智能传感')
      await page.locator('.chain-canvas').focus()
      for (const key of ['ArrowRight', 'Enter', 'ArrowDown', 'Enter']) await page.keyboard.press(key)
      await settled(page)
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await page.locator('.chain-panel').waitFor()
      await settled(page)
    },
  },
  { name: 'chain-list', reader: CLERK, open: (page) => showView(page, '清单') },
  { name: 'chain-gaps', reader: CLERK, open: (page) => showView(page, '缺口') },
  pageView('matching-audit', '/cockpit/matching', CLERK),
  pageView('runs', '/cockpit/runs', { role: 'clerk' }),
]
