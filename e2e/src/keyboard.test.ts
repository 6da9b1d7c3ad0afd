import { expect } from 'vitest'
import { startCompany } from './company.js'
import { journeys } from './journey.js'
import { focused, tabTo } from './keyboard.js'
import { settled } from './site.js'

const journey = journeys()

journey('by keyboard alone: search, company, programme, clause, answer', async (site) => {
  const { page, complaints, close } = await site.visit()
  await page.goto('/')
  await tabTo(page, 'input[type=search]')
  await page.keyboard.type('云川')
  await page.keyboard.press('Enter')
  await page.locator('.results a').first().waitFor()
  await tabTo(page, '.results a')
  await page.keyboard.press('Enter')
  await page.locator('.stats').waitFor()
  await settled(page)
  await tabTo(page, 'a.item[href*="entry="]')
  await page.keyboard.press('Enter')
  await page.waitForURL(/entry=/)
  await tabTo(page, 'button.cite')
  const clause = await focused(page)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: '政策依据' }).waitFor()
  await page.keyboard.press('Escape')
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(await focused(page)).toBe(clause)
  expect(complaints).toEqual([])
  await close()
})

journey('by keyboard alone: a question is answered, and the result announced', async (site) => {
  const { page, close } = await site.visit()
  const path = await startCompany(page, '云川键盘示例有限公司')
  await page.goto(`${path}?entry=demo.high-tech-award~${path.split('/').at(-1)}`)
  await page.locator('.condition .ask').first().waitFor()
  await tabTo(page, '.condition .ask')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  // The first choice has the focus: the arrow goes on to 否, which is the answer that is wanted here.
  await page.keyboard.press('ArrowRight')
  await tabTo(page, 'dialog button[type=submit]')
  await page.keyboard.press('Enter')
  const announced = page.locator('[aria-live=polite]')
  await announced.getByText(/已重新测算：现在能办 \d+ 项/).waitFor()
  await tabTo(page, '.toast button')
  await page.keyboard.press('Enter')
  await announced.getByText('已撤销刚才的填写').waitFor()
  await close()
})
