import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { journeys } from './journey.js'
import { settled } from './site.js'

const journey = journeys()
const TEXT = `湖南岳阳：做强孵化载体
2023年，全市建成孵化器17家，技术合同成交额12亿元，同比增长8%。
江西吉安：激活技术市场
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
  await page.getByText('至少选一份报告、一篇文章或一个数字。').waitFor()
  await page.getByLabel('标题').fill('第一期（样例）')
  await page
    .getByRole('checkbox', { name: /简报样刊/ })
    .first()
    .check()
  await page.getByRole('button', { name: '起草', exact: true }).click()
  await page.getByRole('heading', { name: '第一期（样例）' }).waitFor()
  const first = page.getByLabel('第 1 句', { exact: true }).first()
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
  // By keyboard alone: the statement goes a place down and keeps the focus, and is left out.
  await page.getByLabel('第 1 句', { exact: true }).first().focus()
  await page.keyboard.press('Alt+ArrowDown')
  expect(await page.getByLabel('第 2 句', { exact: true }).first().inputValue()).toBe('改写的一句。')
  await page.waitForFunction(
    () => (document.activeElement as HTMLTextAreaElement | null)?.value === '改写的一句。',
  )
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.getByRole('radio', { name: '预览' }).check()
  expect(await page.locator('.digest-preview').textContent()).not.toContain('改写的一句。')
  await page.getByRole('radio', { name: '编辑' }).check()
  // Of another choice, what was reworded and left out stays.
  await page.getByText('重新起草', { exact: true }).click()
  await page.locator('.digest-report', { hasText: '简报样刊' }).locator('summary').first().click()
  await page
    .getByRole('checkbox', { name: /江西吉安/ })
    .first()
    .uncheck()
  await page.getByRole('button', { name: '看看会改变什么' }).click()
  await page.getByText('去掉不再选用的 1 句').waitFor()
  await page.getByText('您改写的 1 句保留').waitFor()
  await page.getByRole('button', { name: '照此重新起草并保存' }).click()
  await page.getByText('已重新起草，第 3 稿').waitFor()
  expect(await page.getByLabel('第 2 句', { exact: true }).first().inputValue()).toBe('改写的一句。')
  expect(await page.getByRole('checkbox', { name: '收入本期 第 2 句' }).isChecked()).toBe(false)
  await page.getByText('以往稿', { exact: true }).click()
  await page.getByRole('button', { name: '改回这一稿' }).last().click()
  await page.getByText('已保存，第 4 稿。').waitFor()
  expect(await page.getByLabel('第 1 句', { exact: true }).first().inputValue()).toBe(before)
  await page.getByRole('button', { name: '收起这份简报' }).click()
  await page.getByRole('button', { name: '撤销' }).click()
  await page.getByRole('link', { name: /第一期（样例）/ }).waitFor()
  await settled(page)
  expect(complaints).toEqual([])
  await close()
})
