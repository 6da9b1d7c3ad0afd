import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { journeys } from './journey.js'
import { settled } from './site.js'

const journey = journeys()
const FILE = [
  '成果名称,登记号,学科,技术成熟度,完成日期',
  '高湿环境光刻胶附着力助剂（示例）,CG-2026-0001,材料科学,7,2026-03-01',
  ',,材料科学,6,2026-03-02',
  '柔性传感器封装（示例）,CG-2026-0003,电子,十二,2026-03-03',
  '低温烧结银浆（示例）,CG-2026-0004,材料科学,8,2026-03-04',
].join('\n')

journey('a file of achievements is read in, looked at, and taken back whole', async (site) => {
  const { page, complaints, close } = await site.visit({ role: 'clerk' })
  await page.goto('/workbench/resources')
  await page.getByLabel('选择或拖入一个文件').setInputFiles({
    name: '成果样例.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(FILE),
  })
  await page.getByRole('button', { name: '上传并预览' }).click()
  await page.getByRole('heading', { name: '成果样例.csv' }).waitFor()
  expect(await page.getByLabel('这是哪一类资源').inputValue()).toBe('achievement')
  await page.getByRole('button', { name: '确认入库' }).click()
  await page.getByText('填写来源。').waitFor()
  await page.getByLabel('来源', { exact: true }).fill('成果登记系统（示例）')
  await page.getByRole('button', { name: '试读前几行' }).click()
  await page.getByRole('heading', { name: '试读 4 行：不采用 1 行，部分采用 1 行' }).waitFor()
  await page.getByRole('button', { name: '确认入库' }).click()
  await page.getByText('已入库').waitFor()
  await page.getByText('第 3 行').waitFor()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载未采用的行' }).click()
  expect(readFileSync(await (await download).path(), 'utf8')).toContain('2026-03-02')
  const address = page.url()

  await page.goto('/search?q=光刻胶附着力')
  await page.getByRole('link', { name: /高湿环境光刻胶附着力助剂/ }).click()
  await page.getByRole('heading', { name: '高湿环境光刻胶附着力助剂（示例）' }).waitFor()
  await page.getByText('成果登记系统（示例）').first().waitFor()
  await page.getByText('CG-2026-0001').first().waitFor()

  await page.goto(address)
  page.once('dialog', (dialog) => void dialog.accept())
  await page.getByRole('button', { name: '撤销这次导入' }).click()
  await page.getByText('已撤销，回到导入之前。').waitFor()
  await page.goto('/search?q=光刻胶附着力')
  await page.getByRole('heading', { name: '搜索' }).first().waitFor()
  await settled(page)
  expect(await page.getByRole('link', { name: /高湿环境光刻胶附着力助剂/ }).count()).toBe(0)
  expect(complaints).toEqual([])
  await close()
})

journey('a file that is none is refused at its field', async (site) => {
  const { page, close } = await site.visit({ role: 'clerk', width: 390 })
  await page.goto('/workbench/resources')
  await page.getByLabel('选择或拖入一个文件').setInputFiles({
    name: '空.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(''),
  })
  await page.getByRole('button', { name: '上传并预览' }).click()
  await page.getByRole('alert').waitFor()
  await close()
})
