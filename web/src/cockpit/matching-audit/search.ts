/** The days within which introductions were proposed. */
export interface AuditSearch {
  readonly from?: string
  readonly to?: string
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

export function readAuditSearch({ from, to }: Record<string, unknown>): AuditSearch {
  return {
    ...(typeof from === 'string' && DAY.test(from) ? { from } : {}),
    ...(typeof to === 'string' && DAY.test(to) ? { to } : {}),
  }
}
