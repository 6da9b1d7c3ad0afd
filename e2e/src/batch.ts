import type { Page } from 'playwright-core'

const SIGNS = '甲乙丙丁戊己庚辛壬癸'

/** A report of two articles, the second with a policy; another each time, since the same file is not read twice. */
export function policyReport(): Buffer {
  const mark = [...`${Date.now()}`].map((digit) => SIGNS[Number(digit)]).join('')
  return Buffer.from(`湖南岳阳：做强孵化载体
2023年，全市建成孵化器17家，技术合同成交额12亿元，同比增长8%。样例${mark}。
江西吉安：支持企业贷款
近日，样例。对首次获得科技贷款的科技型中小企业，按实际贷款

额的8%、最高不超过60万元，给予贴息补助。
`)
}

interface Given {
  readonly name: string
  readonly content: Buffer
}

/** Chooses files on the page of reports and hands them in together. */
export async function handIn(page: Page, files: readonly Given[]): Promise<void> {
  await page
    .locator('#report-file')
    .setInputFiles(
      files.map(({ name, content }) => ({ name, mimeType: 'application/octet-stream', buffer: content })),
    )
  await page.locator('form button[type=submit]').click()
}

export const PICTURE = Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1')

/** Drops files on the page together, as from a folder. */
export async function dropFiles(page: Page, files: readonly Given[]): Promise<void> {
  const given = files.map(({ name, content }) => ({ name, content: [...content] }))
  await page.evaluate((all) => {
    const data = new DataTransfer()
    for (const { name, content } of all) data.items.add(new File([new Uint8Array(content)], name))
    document.body.dispatchEvent(
      new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }),
    )
  }, given)
}
