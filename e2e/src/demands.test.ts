import { expect } from 'vitest'
import { startCompany } from './company.js'
import { journeys } from './journey.js'
import { settled } from './site.js'

const journey = journeys()

/** An achievement that answers a need about laser welding, entered as another system would. */
async function enterAchievement(address: string): Promise<void> {
  const { status } = await fetch(
    `${address}/api/v1/feeds/${encodeURIComponent('成果库（示例）')}/achievement`,
    {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-kehui-role': 'clerk',
        'x-kehui-name': encodeURIComponent('林晓（示例）'),
      },
      body: JSON.stringify({
        rows: [
          {
            key: 'e2e-weld',
            name: '薄板激光焊接摆动工艺（示例）',
            abstract: '提高薄板激光焊接的焊缝强度。',
            readiness: '7',
            discipline: '焊接技术',
          },
        ],
      }),
    },
  )
  expect(status).toBe(200)
}

journey(
  'who may answer a need is shown with reasons, and an introduction is begun from there',
  async (site) => {
    await enterAchievement(site.address)
    const { page, complaints, close } = await site.visit({ width: 390 })
    await startCompany(page, '云川配对示例有限公司')
    await page.goto('/demands/new')
    await page.getByLabel('一句话说明需求').fill('薄板激光焊接的焊缝强度')
    await page.getByLabel('具体是什么问题').fill('薄板激光焊接之后焊缝强度只有母材的六成。')
    await page.getByText('已保存').waitFor()
    await page.getByRole('link', { name: '合作条件' }).click()
    await page.getByLabel('联系人和电话').fill('王示例 13800000000')
    await page.getByText('已保存').waitFor()
    await page.getByRole('link', { name: '核对发布' }).click()
    await page.getByRole('button', { name: '写好了，去发布' }).click()
    await page.getByRole('button', { name: '发布', exact: true }).click()
    const match = page.locator('.match', { hasText: '薄板激光焊接摆动工艺（示例）' })
    await match.getByText('文字相同').waitFor()
    await match.getByText('全部理由').click()
    await match.getByRole('rowheader', { name: '成熟度' }).waitFor()
    await match.getByRole('button', { name: '提出对接' }).click()
    expect(await match.getByLabel('介绍给谁').inputValue()).toBe('薄板激光焊接摆动工艺（示例）')
    expect(await match.getByLabel('为什么是这两家').inputValue()).toContain('文字接近')
    await match.getByRole('button', { name: '发出建议' }).click()
    await page.getByText(/已发出，双方应在/).waitFor()
    await page.locator('.match', { hasText: '摆动工艺' }).getByRole('link', { name: '已提出对接' }).waitFor()
    await settled(page)
    expect(complaints).toEqual([])
    await close()
  },
)

journey(
  'a need is saved as it is written, published, and answered by somebody who then sees whose it is',
  async (site) => {
    const provider = await site.visit()
    await startCompany(provider.page, '青禾对接示例有限公司')
    const { page, complaints, close } = await site.visit({ width: 390 })
    await startCompany(page, '云川求解示例有限公司')
    await page.goto('/demands/new')
    await page.getByLabel('一句话说明需求').fill('求薄板激光焊接工艺')
    await page.getByLabel('具体是什么问题').fill('云川求解示例的焊缝强度只有母材的六成。')
    await page.getByText('已保存').waitFor()
    // Left in the middle, it is found again where needs are listed.
    await page.goto('/demands?mine=true')
    await page.getByRole('link', { name: /求薄板激光焊接工艺/ }).click()
    await page.getByRole('link', { name: '修改' }).click()
    expect(await page.getByLabel('具体是什么问题').inputValue()).toContain('母材的六成')
    await page.getByRole('link', { name: '合作条件' }).click()
    await page.getByLabel('联系人和电话').fill('王示例 13800000000')
    await page.getByText('已保存').waitFor()
    await page.getByRole('link', { name: '核对发布' }).click()
    await page.getByText('〔单位〕的焊缝强度').waitFor()
    await page.getByRole('button', { name: '写好了，去发布' }).click()
    await page.getByRole('button', { name: '发布', exact: true }).click()
    await page.getByRole('button', { name: '暂停' }).waitFor()
    const address = new URL(page.url()).pathname

    await provider.page.goto(address)
    await provider.page.getByText('双方同意前不显示企业').waitFor()
    expect(await provider.page.locator('main').textContent()).not.toMatch(/云川|13800000000/)

    await page.getByRole('button', { name: '介绍对接' }).click()
    await page.getByRole('button', { name: '发出建议' }).click()
    await page.locator('.error-summary').waitFor()
    await page.getByLabel('介绍给谁').fill('青禾对接')
    await page.getByRole('button', { name: '青禾对接示例有限公司' }).first().click()
    await page.getByLabel('为什么是这两家').fill('做过同类薄板焊接')
    await page.getByRole('button', { name: '发出建议' }).click()
    await page.locator('a[href*="/introductions/"]').first().click()
    await page.getByRole('button', { name: '同意见面' }).click()
    await page.getByText('等待：供给方').waitFor()

    await provider.page.goto('/notices')
    await provider.page.getByText('请在 5 个工作日内答复').waitFor()
    await provider.page.getByRole('link', { name: '查看' }).first().click()
    await provider.page.getByRole('button', { name: '同意见面' }).click()
    await provider.page.getByText('云川求解示例有限公司').first().waitFor()
    await provider.page.goto(address)
    await provider.page.getByText('13800000000').waitFor()

    await page.reload()
    await page.getByRole('button', { name: '约定见面' }).waitFor()
    await page.goto(address)
    await page.getByText('看到全部').waitFor()
    await settled(page)

    // What somebody told on a visit is written down for the company, and saved as it is written.
    const team = await site.visit({ width: 390, role: 'service-team' })
    await team.page.goto('/workbench/visit-need')
    await team.page.getByLabel('走访的企业').fill('云川求解示例')
    await team.page.locator('.items button').first().click()
    await team.page.getByLabel('听谁说的').fill('生产部 刘主任（示例）')
    await team.page.getByLabel('办理人姓名').fill('周舟（示例）')
    await team.page.getByRole('button', { name: '开始记录' }).click()
    await team.page.getByLabel('一句话说明需求').fill('设备老是停')
    await team.page.getByText('已保存').waitFor()
    await page.goto('/demands?mine=true')
    await page.getByRole('link', { name: /设备老是停/ }).click()
    await page.getByText(/走访时由生产部 刘主任（示例）口述/).waitFor()
    expect([...complaints, ...provider.complaints, ...team.complaints]).toEqual([])
    await team.close()
    await provider.close()
    await close()
  },
)
