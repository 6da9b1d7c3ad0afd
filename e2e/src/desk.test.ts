import { expect } from 'vitest'
import { startCompany } from './company.js'
import { journeys } from './journey.js'
import { staffClient } from './many-companies.js'
import { settled } from './site.js'

const journey = journeys()

journey('a call is answered by keyboard alone, copied and noted', async (site) => {
  const { page, complaints, close } = await site.visit({ role: 'service-team', width: 390 })
  await startCompany(page, '云川键盘来电示例有限公司')
  await page.goto('/workbench/desk')
  await settled(page)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.keyboard.type('键盘来电')
  await page.getByRole('list', { name: '查到的企业' }).getByRole('button').first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const picker = page.getByLabel('问的是哪项政策')
  await picker.waitFor()
  const value = await page.locator('option', { hasText: '科技型中小企业评价' }).getAttribute('value')
  await picker.selectOption(value)
  const answer = page.getByRole('article', { name: '科技型中小企业评价' })
  for (const part of ['为什么', '还缺什么', '什么时候办', '要带什么', '找谁办']) {
    expect(await answer.getByRole('heading', { name: part }).count()).toBe(1)
  }
  await page.getByRole('button', { name: '复制答复' }).click()
  await page.getByText('答复已复制').waitFor()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain('云川键盘来电示例有限公司：科技型中小企业评价')
  expect(copied).toContain('科技型中小企业评价办法第六条（二）')
  await page.getByRole('button', { name: '记一笔' }).click()
  await page.getByLabel('办理人姓名').fill('')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('alert').getByText('填写姓名').waitFor()
  await page.getByLabel('办理人姓名').fill('周舟（示例）')
  await page.getByLabel('还要回复的，最晚哪天').fill('2026-01-05')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('已记录。').waitFor()
  await page.getByText('应在 2026-01-05 前回复').first().waitFor()
  await page.getByRole('button', { name: '已回复' }).click()
  await page.getByText('已标为回复完毕。').waitFor()
  expect(complaints).toEqual([])
  await close()
})

journey(
  'a company objects to a condition, the clerk corrects the fact, and the verdict is another',
  async (site) => {
    const { page, complaints, close } = await site.visit()
    const path = await startCompany(page, '云川更正示例有限公司')
    const id = path.split('/').at(-1) ?? ''
    const saved = await page.request.post(`/api/v1/subjects/${id}/facts`, {
      data: { facts: { 职工总数: '510 人' } },
    })
    expect(saved.ok()).toBe(true)
    await page.goto(`${path}?entry=cn.tech-sme~${id}`)
    await page.getByRole('button', { name: '这条不对：职工总数不超过 500 人' }).click()
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByRole('alert').getByText('写明哪里不对、依据是什么').waitFor()
    await page.getByLabel('哪里不对，依据是什么').fill('年末参保人数是 498 人')
    await page.getByLabel('您的姓名').fill('王示例')
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByText(/^已提交，主管部门应在/).waitFor()
    await page.getByRole('combobox', { name: '当前身份' }).selectOption('clerk')
    await page.goto('/workbench/objections')
    await page.getByRole('link', { name: /云川更正示例有限公司/ }).click()
    await page.getByRole('button', { name: '受理' }).click()
    await page.getByText('已受理。').waitFor()
    await page.getByRole('button', { name: '更正数据' }).click()
    await page.getByLabel('年度职工总数应为').fill('498')
    await page.getByLabel('给提出人的答复').fill('已按社保缴费记录更正。')
    await page.getByLabel('办理人姓名').fill('林晓（示例）')
    await page.locator('form').getByRole('button', { name: '更正数据' }).click()
    await page.getByText(/^数据已更正/).waitFor()
    await page.getByText('办理后的结论：待确认').waitFor()
    await page.goto(`${path}?entry=cn.tech-sme~${id}`)
    await page.getByText('已答复').first().waitFor()
    await page.getByText('498 人').first().waitFor()
    expect(complaints).toEqual([])
    await close()
  },
)

journey('an objection that waits for the rule leads to its draft, begun once', async (site) => {
  const { page, complaints, close } = await site.visit({ role: 'clerk' })
  const path = await startCompany(page, '云川转规则示例有限公司')
  const clerk = staffClient(site.address)
  const { id } = await clerk.raiseObjection(path.split('/').at(-1) ?? '', {
    programme: 'demo.rd-centre-award',
    reason: '条款读错了',
    name: '王示例',
  })
  await clerk.actOnObjection(id, { action: 'refer-rule', note: '转规则更正' })
  await page.goto(`/objections/${id}`)
  await page.getByRole('button', { name: '起草更正' }).click()
  await page.locator('#draft-text').waitFor()
  const draft = page.url()
  await page.goBack()
  await page.getByRole('link', { name: '打开草稿' }).click()
  await page.locator('#draft-text').waitFor()
  expect(page.url()).toBe(draft)
  expect(complaints).toEqual([])
  await close()
})
