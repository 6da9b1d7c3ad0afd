/** What the page shows, as its address holds it: the latest finished run where it names none. */
export interface RunSearch {
  readonly run?: string | undefined
  readonly programme?: string | undefined
  readonly reason?: string | undefined
}

export function readRunSearch(search: Readonly<Record<string, unknown>>): RunSearch {
  const run = typeof search.run === 'number' ? String(search.run) : search.run
  return {
    ...(typeof run === 'string' && /^\d{1,18}$/.test(run) ? { run } : {}),
    ...(typeof search.programme === 'string' && search.programme !== ''
      ? { programme: search.programme }
      : {}),
    ...(typeof search.reason === 'string' && search.reason !== '' ? { reason: search.reason } : {}),
  }
}
