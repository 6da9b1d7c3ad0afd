import type { Lang } from '../../shared/text.js'

/** Somebody who may answer a need was found, or a need that somebody may answer. */
export interface MatchContent {
  readonly as: 'seeker' | 'provider'
  /** The need as everybody sees it. */
  readonly title: string
  /** Who may answer it; null for that side itself, which knows. */
  readonly other: string | null
  /** The resource that may answer it, for whoever holds it; null where that is the reader itself. */
  readonly holds?: string | null
  readonly reasons: readonly { readonly zh: string; readonly en: string }[]
}

export function matchText({ as, title, other, holds = null, reasons }: MatchContent, lang: Lang): string {
  const zh = lang === 'zh'
  const why = reasons.map((reason) => reason[lang]).join(zh ? '；' : '; ')
  if (zh) {
    const head =
      as === 'seeker'
        ? `需求“${title}”可以找：${other ?? ''}。`
        : holds === null
          ? `有一条需求您可能能解决：“${title}”。`
          : `贵单位的“${holds}”可能能解决一条需求：“${title}”。`
    return why === '' ? head : `${head}理由：${why}。`
  }
  const head =
    as === 'seeker'
      ? `“${title}”: ${other ?? ''} may answer it.`
      : holds === null
        ? `You may be able to answer a need: “${title}”.`
        : `Your “${holds}” may answer a need: “${title}”.`
  return why === '' ? head : `${head} Why: ${why}.`
}
