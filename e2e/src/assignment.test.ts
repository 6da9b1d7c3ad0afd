import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { journeys } from './journey.js'
import { settled } from './site.js'

const journey = journeys()
const row = (...cells: string[]) => cells.join(',')
const TABLE = [
  row('方', '编号', '名称', '区县', '名额', '意愿'),
  row('甲方', 'T1', '林晓（示例）', '云麓区', '1', 'C1；C2'),
  row('甲方', 'T2', '周宁（示例）', '云麓区', '1', 'C1；C2'),
  row('乙方', 'C1', '上河村（示例）', '云麓区', '', 'T1；T2'),
  row('乙方', 'C2', '下河村（示例）', '云麓区', '', ''),
  row('乙方', 'C3', '远村（示例）', '临江区', '', 'T1'),
]
const file = (lines: readonly string[]) => ({
  name: '名单.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\n')),
})

journey(
  'both sides are uploaded, assigned, adjusted, assigned again, confirmed and handed out',
  async (site) => {
    const { page, complaints, close } = await site.visit({ role: 'clerk', width: 390 })
    await page.goto('/workbench/assignment')
    await page.getByRole('button', { name: '新建一轮' }).click()
    await page.getByRole('button', { name: '查看内容' }).click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('assignment-title')
    await page.getByLabel('名称', { exact: true }).fill('选派试算（示例）')
    await page
      .locator('#assignment-file')
      .setInputFiles(file([...TABLE, row('甲方', 'T3', '负数', '', '-1')]))
    await page.getByRole('button', { name: '查看内容' }).click()
    await page.getByText('CSV 第 7 行 名额').waitFor()
    await page.locator('#assignment-file').setInputFiles(file(TABLE))
    await page.getByRole('button', { name: '查看内容' }).click()
    await page.getByText('符合条件的组合 4 个').waitFor()
    await page.getByRole('button', { name: '建立并计算' }).click()
    await page.getByRole('heading', { name: '选派试算（示例）', level: 1 }).waitFor()
    await page.getByRole('button', { name: /林晓.*上河村/ }).waitFor()
    await page.getByRole('link', { name: /^未分配/ }).click()
    await page.getByText('写到的对象都不符合条件').last().waitFor()

    await page.getByRole('link', { name: /^分配名单/ }).click()
    await page.getByRole('button', { name: /林晓.*上河村/ }).press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByRole('button', { name: '排除这一对' }).click()
    await page.getByText('写明理由').waitFor()
    await page.getByLabel('理由').fill('另有安排')
    await page.getByRole('dialog').getByRole('button', { name: '排除这一对' }).click()
    await page.getByText('人工调整还没有计入').waitFor()
    await page.getByRole('button', { name: '重新计算' }).click()
    await page.getByText('第 2 次计算完成').waitFor()
    await page.getByRole('link', { name: /^变化/ }).click()
    await page.getByText('人工排除').waitFor()

    await page.getByRole('button', { name: '确认名单' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '确认名单' }).click()
    await page.getByText('名单已确认。').first().waitFor()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出 Excel' }).click()
    const saved = readFileSync(await (await download).path())
    expect(saved.subarray(0, 2).toString()).toBe('PK')
    await page.getByRole('button', { name: '再分配一轮' }).click()
    await page.getByRole('button', { name: '用同一名单' }).click()
    await page.getByText('确认后替代：选派试算（示例）').waitFor()
    await page.getByRole('link', { name: /^人工调整/ }).click()
    await page.getByRole('button', { name: /^撤销/ }).click()
    await page.getByText('已撤销，重新计算后计入。').waitFor()
    await settled(page)
    expect(complaints).toEqual([])
    await close()
  },
)
