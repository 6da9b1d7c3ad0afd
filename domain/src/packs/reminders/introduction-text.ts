import { type IntroductionAction, OUTCOMES, type OutcomeCode } from '../../cases/index.js'
import { inLang, type Lang } from '../../shared/text.js'

/** A step of an introduction, as both sides are told of it. */
export interface IntroductionContent {
  readonly action: IntroductionAction | 'propose'
  /** The need, as its reader may see it. */
  readonly title: string
  /** Whether both sides agreed with this step. */
  readonly agreed: boolean
  readonly meetsOn: string | null
  readonly outcome: OutcomeCode | null
  /** The resource for which the reader answers; null for a side itself. */
  readonly holds?: string | null
  /** Until when; only of a reminder. */
  readonly dueOn?: string | null
  /** Whether it is the reader that it waits for with an answer, or with what came of a meeting. */
  readonly awaits?: 'answer' | 'meeting' | 'outcome' | null
}

/** What whoever holds a resource is told says first which one it is of. */
export function introductionText(content: IntroductionContent, lang: Lang): string {
  const { holds = null } = content
  const text = stepText(content, lang)
  if (holds === null) return text
  return lang === 'zh' ? `（贵单位的“${holds}”）${text}` : `(For your “${holds}”) ${text}`
}

const AWAITED = {
  answer: { zh: '请答复是否见面', en: 'please answer whether you want to meet' },
  meeting: { zh: '请登记是否见成', en: 'please tell whether you met' },
  outcome: { zh: '请登记见面的结果', en: 'please tell what came of the meeting' },
} as const

function stepText(
  { action, title, agreed, meetsOn, outcome, dueOn, awaits }: IntroductionContent,
  lang: Lang,
): string {
  const zh = lang === 'zh'
  const why = outcome === null ? '' : inLang(OUTCOMES[outcome].name, lang)
  const about = zh ? `“${title}”的对接` : `The introduction over “${title}”`
  switch (action) {
    case 'propose':
      return zh
        ? `为“${title}”建议了一次对接，请在 5 个工作日内答复。`
        : `An introduction over “${title}” is proposed; please answer within 5 working days.`
    case 'accept':
      if (agreed)
        return zh
          ? `${about}，双方都已同意，请约定见面时间。`
          : `${about}: both sides agreed; please arrange to meet.`
      return zh ? `${about}，一方已同意，等待另一方。` : `${about}: one side agreed; the other is awaited.`
    case 'decline':
      return zh ? `${about}已婉拒：${why}。` : `${about} was declined: ${why}.`
    case 'schedule':
      return zh ? `${about}，约定 ${meetsOn} 见面。` : `${about}: the meeting is on ${meetsOn}.`
    case 'hold':
      return zh ? `${about}已见面，请登记结果。` : `${about}: you have met; please tell what came of it.`
    case 'miss':
      return zh
        ? `${about}没有见成，请另约时间。`
        : `${about}: the meeting did not happen; please arrange another.`
    case 'conclude':
      return zh ? `${about}的结果：${why}。` : `${about}: ${why}.`
    case 'remind': {
      const what = AWAITED[awaits ?? 'answer'][lang]
      return zh
        ? `提醒：${about}，${what}，期限 ${dueOn ?? ''}。`
        : `A reminder: ${about.charAt(0).toLowerCase()}${about.slice(1)}: ${what} by ${dueOn ?? ''}.`
    }
    case 'lapse':
      return zh ? `${about}没有在期限内答复，已失效。` : `${about} lapsed: nobody answered in time.`
    case 'withdraw':
      return zh ? `${about}已由服务团队撤回。` : `${about} was withdrawn by the service team.`
    case 'reopen':
      return zh ? `${about}重新发起，请答复。` : `${about} is proposed again; please answer.`
  }
}
