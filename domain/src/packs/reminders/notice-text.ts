import type { Lang } from '../../shared/text.js'
import { type IntroductionContent, introductionText } from './introduction-text.js'
import { type MatchContent, matchText } from './match-text.js'
import type { WindowContent } from './window-notices.js'

/** What a notice is about, by its kind. */
export type NoticeContent =
  | { readonly kind: 'opening' | 'closing'; readonly window: WindowContent }
  | { readonly kind: 'rule-changed'; readonly note: string | null; readonly gone: boolean }
  | {
      readonly kind: 'verdict-changed'
      /** All in words of the reader's language. */
      readonly before: string
      readonly after: string
      readonly reasons: readonly string[]
    }
  | { readonly kind: 'objection-answered'; readonly answer: string; readonly by: string }
  | ({ readonly kind: 'introduction' } & IntroductionContent)
  | ({ readonly kind: 'match' } & MatchContent)

export interface Told {
  /** The programme's title. */
  readonly programme: string
  readonly content: NoticeContent
}

/** A notice in one sentence or two, the same on the page and in a mail. */
export function noticeText({ programme, content }: Told, lang: Lang): string {
  const zh = lang === 'zh'
  switch (content.kind) {
    case 'opening': {
      const { call, date } = content.window
      return zh
        ? `“${programme}”的“${call.zh}”已于 ${date} 开始申报。`
        : `“${call.en}” of “${programme}” opened on ${date}.`
    }
    case 'closing':
      return closingText(programme, content.window, lang)
    case 'rule-changed':
      return ruleText(programme, content, lang)
    case 'verdict-changed':
      return verdictText(programme, content, lang)
    case 'objection-answered':
      return zh
        ? `对“${programme}”的异议已由${content.by}答复：${content.answer}`
        : `${content.by} answered the objection to “${programme}”: ${content.answer}`
    case 'introduction':
      return introductionText(content, lang)
    case 'match':
      return matchText(content, lang)
  }
}

function closingText(programme: string, { call, date, daysLeft }: WindowContent, lang: Lang): string {
  const left = daysLeft ?? 0
  if (lang === 'zh')
    return `“${programme}”的“${call.zh}”${left === 0 ? '今天截止' : `还有 ${left} 天截止`}（${date}）。`
  const when = left === 0 ? 'closes today' : left === 1 ? 'closes tomorrow' : `closes in ${left} days`
  return `“${call.en}” of “${programme}” ${when} (${date}).`
}

function ruleText(
  programme: string,
  { note, gone }: Extract<NoticeContent, { kind: 'rule-changed' }>,
  lang: Lang,
): string {
  const why = note === null || note === '' ? '' : lang === 'zh' ? `说明：${note}` : ` ${note}`
  if (lang === 'zh') return `“${programme}”${gone ? '已撤下。' : '的规则有更新。'}${why}`
  return `${gone ? `“${programme}” was withdrawn.` : `The rule of “${programme}” changed.`}${why}`
}

function verdictText(
  programme: string,
  { before, after, reasons }: Extract<NoticeContent, { kind: 'verdict-changed' }>,
  lang: Lang,
): string {
  const change = `${before} → ${after}`
  const why = reasons.join(lang === 'zh' ? '；' : '; ')
  if (lang === 'zh') return `“${programme}”的结论：${change}。${why === '' ? '' : `原因：${why}。`}`
  return `“${programme}”: ${change}.${why === '' ? '' : ` Why: ${why}.`}`
}
