import type { Page } from 'playwright-core'

/** The editor's view as it hangs on its element; it draws only the lines in sight, so the page does not tell all. */
interface Drawn extends HTMLElement {
  readonly cmTile?: { readonly view: View }
  readonly cmView?: { readonly view: View }
}

interface View {
  readonly state: {
    readonly doc: { toString(): string }
    readonly selection: { readonly main: { readonly head: number } }
  }
}

const content = (page: Page, id: string) => page.locator(`#${id} .cm-content`)

export async function editorReady(page: Page, id = 'draft-text'): Promise<void> {
  await content(page, id).waitFor()
}

export function editorText(page: Page, id = 'draft-text'): Promise<string> {
  return content(page, id).evaluate((element: Drawn) => {
    const view = (element.cmTile ?? element.cmView)?.view
    if (!view) throw new Error('the editor has no view')
    return view.state.doc.toString()
  })
}

export function cursorIn(page: Page, id = 'draft-text'): Promise<number> {
  return content(page, id).evaluate((element: Drawn) => {
    const view = (element.cmTile ?? element.cmView)?.view
    if (!view) throw new Error('the editor has no view')
    return view.state.selection.main.head
  })
}

/** Puts another text in the place of all, as a writer pastes one. */
export async function writeEditor(page: Page, text: string, id = 'draft-text'): Promise<void> {
  await content(page, id).focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(text)
}
