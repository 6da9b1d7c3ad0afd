/** A note as far as it was written, until it is saved or given up. */
export interface NoteDraft {
  readonly question: string
  readonly answer: string
  readonly caller: string
  readonly followUpOn: string
}

const FIELDS = ['question', 'answer', 'caller', 'followUpOn'] as const

/** One call is of one company about one thing; another tab answers another call. */
function keyOf(subject: string, programme: string | null): string {
  return `kehui.note.${subject}.${programme ?? ''}`
}

/** Null where nothing was begun, or what is there is not understood. */
export function readNoteDraft(stored: string | null): NoteDraft | null {
  let found: unknown = null
  try {
    found = JSON.parse(stored ?? 'null')
  } catch {
    return null
  }
  if (typeof found !== 'object' || found === null) return null
  const given = found as Record<string, unknown>
  if (!FIELDS.every((field) => typeof given[field] === 'string')) return null
  return Object.fromEntries(FIELDS.map((field) => [field, String(given[field])])) as unknown as NoteDraft
}

export function noteDraftOf(subject: string, programme: string | null): NoteDraft | null {
  try {
    return readNoteDraft(sessionStorage.getItem(keyOf(subject, programme)))
  } catch {
    return null
  }
}

export function keepNoteDraft(subject: string, programme: string | null, draft: NoteDraft | null): void {
  try {
    if (draft === null) sessionStorage.removeItem(keyOf(subject, programme))
    else sessionStorage.setItem(keyOf(subject, programme), JSON.stringify(draft))
  } catch {
    // Where storage is switched off, the note lasts as long as its form.
  }
}
