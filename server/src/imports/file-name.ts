import { HttpError } from '../http/error.js'

/** The name that a header gives for a file, percent-encoded; folders before it and signs nobody sees are dropped. */
export function fileNameOf(header: string | undefined): string {
  if (header === undefined) throw new HttpError('imports.file-name')
  try {
    const name =
      decodeURIComponent(header)
        .replaceAll(/\p{Cc}/gu, '')
        .split(/[\\/]/)
        .at(-1)
        ?.trim() ?? ''
    if (name !== '') return name.slice(0, 200)
  } catch {
    // Not percent-encoded as it must be: refused below.
  }
  throw new HttpError('imports.file-name')
}
