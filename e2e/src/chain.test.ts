import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { journeys } from './journey.js'
import { settled } from './site.js'
import { openChain } from './views/cockpit.js'

const journey = journeys()
const CLERK = { role: 'clerk' } as const

journey('a chain is drilled into by keyboard alone, and its links lead to their partners', async (site) => {
  const { page, complaints, close } = await site.visit(CLERK)
  await openChain(page, '智能传感')
  await page.locator('.chain-canvas').focus()
  const said = () => page.locator('.chain-said').textContent()
  await page.keyboard.press('ArrowRight')
  expect(await said()).toMatch(/^材料，本地有，1 个环节，未展开/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/open=/)
  await settled(page)
  expect(await said()).toMatch(/已展开/)
  await page.keyboard.press('ArrowDown')
  expect(await said()).toBe('溅射靶材，企业本地有')
  await page.keyboard.press('Enter')
  const panel = page.locator('.chain-panel')
  await panel.getByRole('heading', { name: '溅射靶材' }).waitFor()
  expect(await panel.textContent()).toContain('新材有限公司（示例）')
  await panel.getByRole('link', { name: '以此为中心' }).click()
  await page.getByRole('heading', { level: 1, name: '溅射靶材' }).waitFor()
  expect(complaints).toEqual([])
  await close()
})

journey(
  'the list has the links of the picture, gaps come first that matter most, and both are exported',
  async (site) => {
    const { page, complaints, close } = await site.visit(CLERK)
    await openChain(page, '智能传感')
    const views = page.locator('.chain-controls')
    await views.getByRole('link', { name: '清单', exact: true }).click()
    await page.getByText('29 个环节', { exact: true }).waitFor()
    expect(await page.locator('.chain-rows tbody tr').count()).toBe(29)
    await views.getByRole('link', { name: '缺口', exact: true }).click()
    await page.getByText(/个环节缺本地企业、成果或专家/).waitFor()
    // The rows of the list are there until those of the gaps are.
    await page.locator('.chain-rows tbody tr:first-child', { hasText: '家企业要用' }).waitFor()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出表格' }).click(),
    ])
    expect(file.suggestedFilename()).toMatch(/产业链.*\.xlsx$/)
    expect(complaints).toEqual([])
    await close()
  },
)

const LINKS = 5000
const TALL = 40
const ARCS = 12_000
const COVERS = ['held', 'away', 'open', 'none'] as const

/** The answer of the server as it is with so many links drilled into: places as it lays them out, two arcs and more a link. */
function largePicture(focus: string) {
  const columns = Math.ceil(LINKS / TALL)
  const [width, height] = [columns * 120 + 28, TALL * 26 + 44]
  const places = Array.from({ length: LINKS }, (_, i) => {
    const cover = COVERS[i % COVERS.length]
    const [x, y] = [22 + Math.floor(i / TALL) * 120, 43 + (i % TALL) * 26]
    const id = `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`
    return {
      id,
      kind: 'product',
      name: `产品 ${i}（示例）`,
      sample: true,
      makers: cover,
      works: cover,
      experts: cover,
      x,
      y,
    }
  })
  const block = {
    key: 'focus-held',
    cover: 'held',
    links: LINKS,
    withoutWorks: 0,
    withoutExperts: 0,
    open: true,
    x: 0,
    y: 0,
    width,
    height,
  }
  return {
    focus: { id: focus, kind: 'product', name: '很多环节（示例）', sample: true },
    products: [],
    within: false,
    depth: 3,
    stages: [{ key: 'focus', direction: null, steps: 0, part: null, links: LINKS, blocks: [block] }],
    links: LINKS,
    width,
    height,
    places,
    arcs: Array.from({ length: ARCS }, (_, i) => [i % LINKS, (i * 7919) % LINKS]),
  }
}

/** Milliseconds between the frames that the page draws while the picture is dragged. */
async function framesWhileDragged(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { frameTimes: times })
    const tick = (now: number) => {
      times.push(now)
      requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
  })
  const box = await page.locator('.chain-canvas').boundingBox()
  if (!box) throw new Error('the picture is there')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (let i = 0; i < 60; i += 1) await page.mouse.move(x - i * 6, y - (i % 20))
  await page.mouse.up()
  const times = await page.evaluate(() => (window as unknown as { frameTimes: number[] }).frameTimes)
  return times.slice(1).map((time, i) => time - (times[i] ?? time))
}

/** So slow it would feel stuck, even on a busy machine without a graphics card. */
const STUCK_MS = 250

journey('the picture stays fluid with 5,000 links and 12,000 arcs', async (site) => {
  const { page, complaints, close } = await site.visit(CLERK)
  await page.route('**/api/v1/chain/*/stages?*', (route) => {
    const focus = new URL(route.request().url()).pathname.split('/').at(-2) ?? ''
    return route.fulfill({ json: largePicture(focus) })
  })
  const begun = Date.now()
  await openChain(page, '智能传感')
  const opened = Date.now() - begun
  for (const press of ['start', '+']) {
    if (press === '+') {
      await page.locator('.chain-canvas').focus()
      await page.keyboard.press('+')
    }
    const frames = (await framesWhileDragged(page)).sort((a, b) => a - b)
    const at = (share: number) => Math.round(frames[Math.floor(frames.length * share)] ?? 0)
    console.log(
      `${LINKS} links: opened in ${opened} ms; a frame takes ${at(0.5)} ms (p50), ${at(0.95)} ms (p95)`,
    )
    expect(at(0.5)).toBeLessThan(STUCK_MS)
  }
  expect(complaints).toEqual([])
  await close()
})
