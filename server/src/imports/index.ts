import { answerFor, HttpError } from '../http/error.js'

export { decodeText } from './decode-text.js'
export { readTableFile, type TableFile } from './read-table.js'

/** Why a file was refused and what to do, in both languages; undefined for what is no refusal. */
export function refusalOf(error: unknown): string | undefined {
  if (!(error instanceof HttpError)) return undefined
  const said = (lang: 'zh' | 'en'): string => {
    const { message, next } = answerFor(error, lang).body.error
    return lang === 'zh' ? `${message}${next}` : `${message} ${next}`
  }
  return `${said('zh')} ${said('en')}`
}
