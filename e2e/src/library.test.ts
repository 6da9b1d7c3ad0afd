import { expect } from 'vitest'
import { journeys } from './journey.js'
import { settled } from './site.js'

const journey = journeys()

journey('the library is filtered by what its address says', async (site) => {
  const { page, complaints, close } = await site.visit()
  await page.goto('/programmes')
  await settled(page)
  const all = await page.locator('main .programme').count()
  await page.getByLabel('性质').selectOption('voucher')
  await page.waitForURL(/benefit=voucher/)
  await page.locator('main .programme').first().waitFor()
  await expect.poll(() => page.locator('main .programme').count()).toBeLessThan(all)
  await page.reload()
  await settled(page)
  expect(await page.getByLabel('性质').inputValue()).toBe('voucher')
  expect(complaints).toEqual([])
  await close()
})

journey('a programme shows its conditions, its score, its source and how sure they are', async (site) => {
  const { page, close } = await site.visit()
  await page.goto('/programmes/cn.tech-sme')
  await settled(page)
  expect(await page.locator('h1').textContent()).toContain('科技型中小企业')
  for (const title of ['条件', '评分', '申报通知与材料', '政策文件']) {
    await page.getByRole('heading', { name: title, exact: true }).waitFor()
  }
  await page.getByText('500 人').first().waitFor()
  await close()
})
