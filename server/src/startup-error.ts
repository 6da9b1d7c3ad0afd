/** Why Kehui cannot start, and what the person at the terminal can do about it. */
export class StartupError extends Error {
  readonly next: string

  constructor(message: string, next: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StartupError'
    this.next = next
  }
}

/** A full disk shows itself as an errno of Node, a state of PostgreSQL or a line of its programs. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? error.code : undefined
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === '53100') return true
  return /No space left on device|Disk quota exceeded/.test(error.message) || isDiskFull(error.cause)
}

export function diskFullError(folder: string, cause: unknown): StartupError {
  return new StartupError(
    `The disk that holds ${folder} is full.`,
    'Free at least 200 MB there, or set KEHUI_DATA to a folder on another disk, and start again.',
    { cause },
  )
}
