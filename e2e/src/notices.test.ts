import { expect } from 'vitest'
import { startCompany } from './company.js'
import { journeys } from './journey.js'
import { focused } from './keyboard.js'

const journey = journeys()

journey(
  'a programme is followed, a changed verdict is told with its reason, and following ends',
  async (site) => {
    const { page, complaints, close } = await site.visit()
    const path = await startCompany(page, '云川关注示例有限公司')
    const id = path.split('/').at(-1) ?? ''
    await page.goto(`${path}?entry=cn.tech-sme~${id}`)
    await page.getByRole('button', { name: '关注', exact: true }).click()
    await page.getByLabel('同时发到邮箱').fill('nobody')
    await page.getByRole('button', { name: '开始关注' }).click()
    await page.getByText('“nobody”不是电子邮箱地址。', { exact: false }).waitFor()
    await page.getByLabel('同时发到邮箱').fill('')
    await page.getByRole('button', { name: '开始关注' }).click()
    await page.getByText('已关注。').waitFor()
    await expect.poll(() => focused(page)).toContain('已关注')
    await page.getByRole('link', { name: '已关注' }).click()
    await page.getByText('没有未读的提醒。').waitFor()
    await page.getByText('截止前 30、7、1 天提醒', { exact: false }).waitFor()
    // Results are kept in the background: what comes out otherwise than before is news.
    const told = async (): Promise<string[]> => {
      const answer = await page.request.get(`/api/v1/notices?subject=${id}`)
      const { items } = (await answer.json()) as { items: { text: string }[] }
      return items.map(({ text }) => text)
    }
    let staff = 0
    await expect
      .poll(
        async () => {
          // The first result may still be in the making: then a change after it is the first news.
          staff = staff === 501 ? 502 : 501
          await page.request.post(`/api/v1/subjects/${id}/facts`, {
            data: { facts: { 职工总数: staff === 501 ? '501 人' : '100 人' } },
          })
          await page.waitForTimeout(1_000)
          return (await told()).some((text) => text.includes('待确认') && text.includes('不符合'))
        },
        { timeout: 30_000 },
      )
      .toBe(true)
    await page.reload()
    await page
      .getByText(/^“科技型中小企业评价”的结论：/)
      .first()
      .waitFor()
    await page
      .getByRole('link', { name: /提醒.*条未读/ })
      .first()
      .waitFor()
    await page.getByRole('button', { name: '全部标为已读' }).click()
    await page.getByText('没有未读的提醒。').waitFor()
    await page.getByRole('button', { name: '取消关注' }).click()
    await page.getByText('已取消关注。').waitFor()
    await page.getByRole('button', { name: '撤销' }).click()
    await page.getByText('截止前 30、7、1 天提醒', { exact: false }).waitFor()
    // The address that is none was refused by the server, which the browser's console says too.
    expect(complaints.filter((complaint) => !complaint.includes('422'))).toEqual([])
    await close()
  },
)
