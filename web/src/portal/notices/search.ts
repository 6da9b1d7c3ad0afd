/** Which notices, as the address holds it. */
export interface NoticeSearch {
  readonly all?: boolean | undefined
  readonly page?: number | undefined
}

/** Unread ones, unless the address asks for all. */
export function readNoticeSearch(search: Readonly<Record<string, unknown>>): NoticeSearch {
  const page = Number(search.page)
  return {
    ...(search.all === true ? { all: true } : {}),
    ...(Number.isInteger(page) && page > 1 ? { page } : {}),
  }
}
