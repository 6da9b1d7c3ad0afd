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

const NO_FOLDER = ['EEXIST', 'ENOTDIR', 'ENOENT', 'ELOOP', 'ENAMETOOLONG']

/** What the errors of the system mean for someone who starts Kehui; every other is a bug and stays itself. */
export function explain(error: unknown, folder: string): unknown {
  if (error instanceof StartupError || !(error instanceof Error)) return error
  if (isDiskFull(error)) return diskFullError(folder, error)
  const { code, path = folder } = error as NodeJS.ErrnoException
  if (code !== undefined && NO_FOLDER.includes(code)) {
    return new StartupError(
      `${folder} cannot be a folder: ${error.message}.`,
      'Set KEHUI_DATA to a folder, or to a place where one can be made.',
      { cause: error },
    )
  }
  if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS') return error
  return new StartupError(
    `${path} cannot be used by this user.`,
    'Set KEHUI_DATA to a folder of your own, or start Kehui as the user who did so before.',
    { cause: error },
  )
}
