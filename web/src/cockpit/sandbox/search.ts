/** What a text is held against: the version in force where nothing is named, or a draft. */
export interface SandboxSearch {
  readonly against?: string | undefined
}

export function readSandboxSearch(search: Readonly<Record<string, unknown>>): SandboxSearch {
  return typeof search.against === 'string' && search.against !== '' ? { against: search.against } : {}
}
