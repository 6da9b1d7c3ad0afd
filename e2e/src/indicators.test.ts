import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { journeys } from './journey.js'
import { settled } from './site.js'
import { openIndicator } from './views/indicators.js'

const journey = journeys()

journey('indicators are compared by keyboard, kept in the address, handed out, and renamed', async (site) => {
  const { page, complaints, close } = await site.visit({ role: 'clerk' })
  await openIndicator(page)
  await page.getByRole('listbox').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  expect(await page.getByRole('listbox').getByRole('option').textContent()).toBe(
    '江西省赣州市，2022年：8亿元',
  )
  // A place less, and bars: the address has both, and the page comes back the same.
  await page.getByRole('checkbox', { name: '安徽省池州市' }).uncheck()
  await page.getByRole('link', { name: '柱形' }).click()
  await page.reload()
  await settled(page)
  expect(await page.getByRole('checkbox', { name: '安徽省池州市' }).isChecked()).toBe(false)
  expect(await page.locator('.segments [aria-current]').textContent()).toBe('柱形')
  await page.locator('.indicator-host canvas').first().waitFor()
  for (const [button, magic] of [
    ['导出图片', '\u0089PNG'],
    ['导出 XLSX', 'PK'],
  ] as const) {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: button }).click()
    const content = readFileSync(await (await download).path())
    expect(content.toString('latin1', 0, magic.length)).toBe(magic)
  }
  // What does not fit is explained, and leads to its sentence.
  await page.getByText('报告说增长 45%，按两年的数值应为 25%').waitFor()
  await page.getByRole('link', { name: '见原文' }).first().click()
  await page.locator('.fact-mark[aria-pressed=true]').waitFor()

  await page.goto('/cockpit/indicators/names?q=众创空间')
  await page.getByRole('button', { name: '改名或合并 众创空间数' }).click()
  await page.getByRole('button', { name: '看看会改变什么' }).click()
  await page.getByText('请填写名称。').waitFor()
  await page.getByLabel('“众创空间数”改叫').fill('众创空间数（示例）')
  await page.getByRole('button', { name: '看看会改变什么' }).click()
  await page.getByText('没有报告数字因此变动').waitFor()
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('heading', { name: '众创空间数（示例）' }).waitFor()
  await page.getByRole('button', { name: /^撤销/ }).first().click()
  await page.getByRole('button', { name: '改名或合并 众创空间数', exact: true }).waitFor()
  await settled(page)
  expect(complaints).toEqual([])
  await close()
})
