export interface LocalText {
  readonly revision: number
  readonly text: string
}

const keyOf = (draft: string) => `kehui.draft.${draft}`

export function readLocal(draft: string): LocalText | null {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(keyOf(draft)) ?? 'null')
    if (typeof found !== 'object' || found === null) return null
    const { revision, text } = found as Record<string, unknown>
    return typeof revision === 'number' && typeof text === 'string' ? { revision, text } : null
  } catch {
    return null
  }
}

export function keepLocal(draft: string, kept: LocalText): void {
  try {
    localStorage.setItem(keyOf(draft), JSON.stringify(kept))
  } catch {
    // Where storage is full or switched off, the text lasts as long as the page.
  }
}

export function forgetLocal(draft: string): void {
  try {
    localStorage.removeItem(keyOf(draft))
  } catch {
    // Nothing was kept there.
  }
}
