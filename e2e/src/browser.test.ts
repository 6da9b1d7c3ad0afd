import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { findBrowser, launchBrowser, NO_BROWSER } from './browser.js'

const folder = mkdtempSync(join(tmpdir(), 'kehui-browser-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('the browser that CHROME_PATH names comes before one in the path', () => {
  for (const name of ['chromium', 'mine']) {
    writeFileSync(join(folder, name), '')
    chmodSync(join(folder, name), 0o755)
  }
  expect(findBrowser({ PATH: folder })).toBe(join(folder, 'chromium'))
  expect(findBrowser({ PATH: folder, CHROME_PATH: join(folder, 'mine') })).toBe(join(folder, 'mine'))
  expect(findBrowser({ PATH: folder, CHROME_PATH: join(folder, 'gone') })).toBe(join(folder, 'chromium'))
})

test('the browser starts and shows a page', async ({ skip }) => {
  skip(findBrowser() === undefined, NO_BROWSER)
  const browser = await launchBrowser()
  const page = await browser.newPage()
  await page.setContent('<h1>科惠</h1>')
  expect(await page.textContent('h1')).toBe('科惠')
  await browser.close()
})
