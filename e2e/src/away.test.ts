import { expect } from 'vitest'
import { journeys } from './journey.js'
import { settled } from './site.js'

const journey = journeys()

journey('a server that is away is said so on a page that stays, and tried again', async (site) => {
  const { page, close } = await site.visit({ role: 'service-team' })
  await page.goto('/workbench')
  await settled(page)
  const sections = page.locator('header nav')
  await page.context().setOffline(true)
  await sections.getByRole('link', { name: '政策库' }).click()
  await page.getByText('连不上服务').first().waitFor()
  // The way to the other pages stays, and trying again too early changes nothing.
  expect(await sections.getByRole('link', { name: '工作台' }).count()).toBe(1)
  await page.getByRole('button', { name: '重试' }).click()
  await page.locator('.toast').getByText('连不上服务').waitFor()
  await page.context().setOffline(false)
  await page.getByRole('button', { name: '重试' }).click()
  await page.getByText(/^共 \d+ 项/).waitFor()
  await close()
})

journey('a part that could not be read is tried again in place', async (site) => {
  const { page, close } = await site.visit({ role: 'service-team' })
  const calls = '**/api/v1/calls**'
  await page.route(calls, (route) => route.abort())
  await page.goto('/workbench')
  // What waits is not told as none.
  await page.getByRole('alert').getByText('连不上服务').waitFor()
  await page.unroute(calls)
  await page.getByRole('button', { name: '重试' }).click()
  await page.getByRole('alert').waitFor({ state: 'detached' })
  await close()
})
