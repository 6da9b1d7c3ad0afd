import { type Outcome, outcomeWords, type Reason } from '@kehui/domain/packs/cultivation'
import {
  type IntroductionContent,
  type MatchContent,
  type NoticeContent,
  noticeText,
  type WindowContent,
} from '@kehui/domain/packs/reminders'
import { inLang } from '@kehui/domain/shared'
import { reasonTexts } from '../assessments/changes.js'
import type { AppContext } from '../context.js'
import type { StoredValue } from '../registry/stored-value.js'
import type { Follow, Notice } from './schema.js'
import type { StoredNotice } from './store.js'
import type { StoredFollow } from './store-follows.js'

type Lang = 'zh' | 'en'

export function titleOf({ library }: Pick<AppContext, 'library'>, id: string, lang: Lang): string {
  const title = library.programmes.get(id)?.title
  return title ? inLang(title, lang) : id
}

export function noticeView(context: Pick<AppContext, 'library'>, stored: StoredNotice, lang: Lang): Notice {
  const { id, kind, subjectId, subjectName, programme, content, createdAt, readAt } = stored
  return {
    id,
    kind,
    subject: { id: subjectId, name: subjectName },
    programme: programme === null ? null : { id: programme, title: titleOf(context, programme, lang) },
    text: noticeWords(context, stored, lang),
    objection: idIn(content.objection),
    introduction: idIn(content.introduction),
    demand: idIn(content.demand),
    createdAt: createdAt.toISOString(),
    read: readAt !== null,
  }
}

function idIn(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

/** What it says, in the same words on the page and in a mail. */
export function noticeWords(
  context: Pick<AppContext, 'library'>,
  stored: Pick<StoredNotice, 'kind' | 'programme' | 'content'>,
  lang: Lang,
): string {
  const programme = titleOf(context, stored.programme ?? '', lang)
  return noticeText({ programme, content: contentOf(context, stored, lang) }, lang)
}

/** The database holds what `tell`, the answer to an objection and the steps of introductions filed there. */
function contentOf(
  context: Pick<AppContext, 'library'>,
  { kind, content }: Pick<StoredNotice, 'kind' | 'content'>,
  lang: Lang,
): NoticeContent {
  if (kind === 'opening' || kind === 'closing') return { kind, window: content.window as WindowContent }
  if (kind === 'rule-changed') {
    const { note, gone } = content
    return { kind, note: typeof note === 'string' ? note : null, gone: gone === true }
  }
  if (kind === 'match') return { kind, ...(content as unknown as MatchContent) }
  if (kind === 'introduction') return { kind, ...(content as unknown as IntroductionContent) }
  if (kind === 'objection-answered')
    return { kind, answer: String(content.answer ?? ''), by: String(content.by ?? '') }
  return {
    kind,
    before: outcomeWords(content.before as Outcome | null, lang),
    after: outcomeWords(content.after as Outcome | null, lang),
    reasons: reasonTexts(context, content.reasons as readonly Reason<StoredValue>[], lang),
  }
}

export function followView(context: Pick<AppContext, 'library'>, stored: StoredFollow, lang: Lang): Follow {
  const { id, subjectId, subjectName, programme, email, leadDays, createdAt } = stored
  return {
    id,
    subject: { id: subjectId, name: subjectName },
    programme: programme === null ? null : { id: programme, title: titleOf(context, programme, lang) },
    email,
    leadDays: [...leadDays].sort((a, b) => b - a),
    createdAt: createdAt.toISOString(),
  }
}
