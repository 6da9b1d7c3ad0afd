import { expect } from 'vitest'
import { violations } from './axe.js'
import { journeys } from './journey.js'
import { looksOf } from './looks.js'
import { assignmentViews } from './views/assignment.js'
import { budgetViews } from './views/budget.js'
import { cockpitViews } from './views/cockpit.js'
import { demandViews } from './views/demands.js'
import { digestViews } from './views/digests.js'
import { indicatorViews } from './views/indicators.js'
import { noticeViews } from './views/notices.js'
import { publishingViews } from './views/publishing.js'
import { reportViews } from './views/reports.js'
import { resourceViews } from './views/resources.js'
import { sandboxViews } from './views/sandbox.js'
import { goTo } from './views/view.js'

looksOf([
  ...noticeViews,
  ...demandViews,
  ...digestViews,
  ...reportViews,
  ...resourceViews,
  ...publishingViews,
  ...cockpitViews,
  ...indicatorViews,
  ...assignmentViews,
  ...budgetViews,
  ...sandboxViews,
])

const journey = journeys()

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
