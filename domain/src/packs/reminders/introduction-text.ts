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
}

export function introductionText(
  { action, title, agreed, meetsOn, outcome }: IntroductionContent,
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
    case 'lapse':
      return zh ? `${about}没有在期限内答复，已失效。` : `${about} lapsed: nobody answered in time.`
    case 'withdraw':
      return zh ? `${about}已由服务团队撤回。` : `${about} was withdrawn by the service team.`
    case 'reopen':
      return zh ? `${about}重新发起，请答复。` : `${about} is proposed again; please answer.`
  }
}
