import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { journeys } from './journey.js'
import { settled } from './site.js'

const journey = journeys()
const TEXT = `湖南株洲：做强孵化载体
2023年，全市建成孵化器17家，技术合同成交额12亿元，同比增长8%。
江西赣州：激活技术市场
2023年，全市技术合同成交金额9亿元。
`

journey('an issue is drafted from a report, reworded, saved, gone back on, and handed out', async (site) => {
  const { page, complaints, close } = await site.visit({ role: 'clerk', width: 390 })
  await page.goto('/workbench/reports')
  await page.locator('#report-file').setInputFiles({
    name: '简报样刊.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(TEXT),
  })
  await page.locator('form button[type=submit]').click()
  await page.getByRole('heading', { name: '简报样刊.txt' }).waitFor()
  await page.goto('/workbench/digests')
  await page.getByRole('button', { name: '起草', exact: true }).click()
  await page.getByText('至少选一份报告。').waitFor()
  await page.getByLabel('标题').fill('第一期（样例）')
  await page
    .getByRole('checkbox', { name: /简报样刊/ })
    .first()
    .check()
  await page.getByRole('button', { name: '起草', exact: true }).click()
  await page.getByRole('heading', { name: '第一期（样例）' }).waitFor()
  const first = page.getByLabel('第 1 句').first()
  const before = await first.inputValue()
  await first.fill('改写的一句。')
  // The field is not left while it is written in.
  expect(await page.evaluate(() => document.activeElement?.id.startsWith('statement-'))).toBe(true)
  await page.getByText('有未保存的修改').waitFor()
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('已保存，第 2 稿。').waitFor()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 Word' }).click()
  expect(
    readFileSync(await (await download).path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
  await page.getByText('以往稿').click()
  await page.getByRole('button', { name: '改回这一稿' }).click()
  await page.getByText('已保存，第 3 稿。').waitFor()
  expect(await page.getByLabel('第 1 句').first().inputValue()).toBe(before)
  await page.getByRole('button', { name: '收起这份简报' }).click()
  await page.getByRole('button', { name: '撤销' }).click()
  await page.getByRole('link', { name: /第一期（样例）/ }).waitFor()
  await settled(page)
  expect(complaints).toEqual([])
  await close()
})
