import { expect } from 'vitest'
import { counts, startCompany } from './company.js'
import { journeys } from './journey.js'
import { settled } from './site.js'

const QUESTION = /^填写高新技术企业/
const journey = journeys()

journey('is found by name and shows its package', async (site) => {
  const { page, complaints, close } = await site.visit()
  await page.goto('/')
  await page.getByLabel('企业名称或统一社会信用代码').fill('云川')
  await page.getByRole('button', { name: '查找' }).click()
  await page.locator('.results a').first().click()
  // The page that was left has a heading too.
  await page.locator('h1', { hasText: '政策' }).waitFor()
  await settled(page)
  expect((await counts(page)).map(Number).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(10)
  expect(complaints).toEqual([])
  await close()
})

journey('recomputes after an answer, and undoes it', async (site) => {
  const { page, complaints, close } = await site.visit()
  await startCompany(page, '云川甲示例有限公司')
  const before = await counts(page)
  await page.goto(`${page.url()}?entry=demo.high-tech-award~${page.url().split('/').at(-1)}`)
  await page.getByRole('button', { name: QUESTION }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: '否' }).check()
  await dialog.getByRole('button', { name: '保存并重新测算' }).click()
  await page.getByRole('status').getByText('已重新测算').waitFor()
  const after = await counts(page)
  expect(after).not.toEqual(before)
  expect(Number(after[3])).toBeGreaterThan(Number(before[3]))
  await page.getByRole('button', { name: '撤销' }).click()
  await page.getByText('已撤销刚才的填写').waitFor()
  expect(await counts(page)).toEqual(before)
  expect(complaints).toEqual([])
  await close()
})

journey('refuses an answer that cannot be read, in the field and in words', async (site) => {
  const { page, close } = await site.visit()
  await startCompany(page, '云川乙示例有限公司')
  await page.getByRole('button', { name: '填写', exact: false }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: '保存并重新测算' }).click()
  await page.getByRole('dialog').getByRole('alert').waitFor()
  await page.keyboard.press('Escape')
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON')
  await close()
})

journey('tries figures without keeping any', async (site) => {
  const { page, close } = await site.visit()
  const path = await startCompany(page, '云川丙示例有限公司')
  const before = await counts(page)
  await page.getByRole('button', { name: '试算一下' }).click()
  await page.getByLabel('改一项数据').selectOption({ label: '高新技术企业' })
  await page.getByRole('radio', { name: '否' }).check()
  await page.getByRole('button', { name: '试算', exact: true }).click()
  await page.getByText('已重新测算').waitFor()
  expect(await counts(page)).not.toEqual(before)
  await page.goto(path)
  expect(await counts(page)).toEqual(before)
  await close()
})

journey('asks in the page, not in a dialog, in large text', async (site) => {
  const { page, close } = await site.visit({ width: 390 })
  const path = await startCompany(page, '云川丁示例有限公司')
  await page.getByRole('button', { name: '长辈版' }).click()
  await page.goto(`${path}?entry=demo.high-tech-award~${path.split('/').at(-1)}`)
  await page.getByRole('button', { name: QUESTION }).first().click()
  expect(await page.getByRole('dialog').count()).toBe(0)
  await page.getByRole('radio', { name: '是' }).first().check()
  expect(
    await page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize)),
  ).toBeGreaterThanOrEqual(18)
  await close()
})

journey('speaks English on request, and remembers it', async (site) => {
  const { page, close } = await site.visit()
  await startCompany(page, '云川戊示例有限公司')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByText(/programmes match your company|Nothing is available/).waitFor()
  await page.reload()
  await settled(page)
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
  await close()
})

const sum = (list: readonly string[]) => list.map(Number).reduce((total, count) => total + count, 0)

journey('adds another region for comparison, and takes it away again', async (site) => {
  const { page, close } = await site.visit()
  await startCompany(page, '云川己示例有限公司')
  const before = await counts(page)
  const choose = async (picked: boolean) => {
    await page.getByRole('button', { name: '其他地区' }).click()
    await page.getByRole('checkbox', { name: /武汉/ }).setChecked(picked)
    await page.getByRole('button', { name: '更新地区' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await settled(page)
  }
  await choose(true)
  await expect.poll(async () => sum(await counts(page))).toBeGreaterThan(sum(before))
  await choose(false)
  await expect.poll(() => counts(page)).toEqual(before)
  await close()
})

journey('says which of two programmes that exclude each other was taken, and why', async (site) => {
  const { page, close } = await site.visit()
  const path = await startCompany(page, '云川庚示例有限公司')
  await page.goto(`${path}?entry=demo.specialised-award~${path.split('/').at(-1)}`)
  const note = page.locator('.detail .notice', { hasText: '不可叠加' })
  await note.getByText(/取“小巨人企业奖励（示例）”，不取“专精特新中小企业奖励（示例）”/).waitFor()
  await page.locator('a.item.chosen', { hasText: '与已计入的政策不可叠加' }).waitFor()
  await close()
})

journey('refuses a figure that is none, beside its field', async (site) => {
  const { page, close } = await site.visit()
  const path = await startCompany(page, '云川辛示例有限公司')
  await page.goto(`${path}?entry=cn.tech-sme~${path.split('/').at(-1)}`)
  await page
    .getByRole('button', { name: /^填写.*职工总数/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('很多人')
  await dialog.getByRole('button', { name: '保存并重新测算' }).click()
  await dialog
    .getByRole('alert')
    .getByText(/应为数字/)
    .waitFor()
  expect(await dialog.getByRole('textbox').getAttribute('aria-invalid')).toBe('true')
  await dialog.getByRole('textbox').fill('-5')
  await dialog.getByRole('button', { name: '保存并重新测算' }).click()
  await dialog.getByRole('alert').waitFor()
  expect(await page.getByRole('dialog').count()).toBe(1)
  await close()
})

journey('prints the whole answer without what is for the screen only', async (site) => {
  const { page, close } = await site.visit()
  await startCompany(page, '云川壬示例有限公司')
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('h1').isVisible()).toBe(true)
  expect(await page.locator('.trace').first().isVisible()).toBe(true)
  for (const screenOnly of ['.main-nav', '.who a.no-print', '.package-tools', '.action-bar', '.bottom-nav']) {
    expect(await page.locator(screenOnly).isVisible(), screenOnly).toBe(false)
  }
  await close()
})

journey('is copied as text', async (site) => {
  const { page, close } = await site.visit()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await startCompany(page, '云川癸示例有限公司')
  await page.getByRole('button', { name: '复制为文本' }).click()
  await page.getByText('已复制到剪贴板').waitFor()
  const text = await page.evaluate(() => navigator.clipboard.readText())
  expect(text).toMatch(/云川癸示例有限公司[\s\S]*待您补充[\s\S]*最高 \d/)
  expect(text).not.toContain('0–')
  await close()
})
