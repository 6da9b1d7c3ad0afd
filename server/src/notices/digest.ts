import type { AppContext } from '../context.js'
import type { Mail } from './mailer.js'
import { setMailed, type Unmailed, unmailed } from './store-mail.js'
import { noticeWords } from './view.js'

/** Digests go out from this hour on, China time: not in the night, and before the day's work. */
const FROM_HOUR = 8
const CHINA_MS = 8 * 3_600_000
const HOUR_MS = 3_600_000

/** Mails what is waiting, one mail an address and day; how many. What a mail server refuses stays for the next time. */
export async function sendDigests(context: AppContext, region: number): Promise<number> {
  const { pool, mail, now } = context
  if (mail === null) return 0
  const waiting = await unmailed(pool, region, digestDay(now()))
  let sent = 0
  const failures: unknown[] = []
  for (const group of byAddress(waiting)) {
    try {
      await mail.send(digestMail(context, group))
      await setMailed(
        pool,
        region,
        group.map(({ id }) => id),
        now(),
      )
      sent += 1
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0)
    throw new Error(`${failures.length} of ${failures.length + sent} mails could not be sent`, {
      cause: failures[0],
    })
  return sent
}

/** The beginning of the day in China, once it is time for its digest. */
function digestDay(now: Date): Date | null {
  const inChina = now.getTime() + CHINA_MS
  const dayStart = Math.floor(inChina / (24 * HOUR_MS)) * 24 * HOUR_MS
  return inChina - dayStart < FROM_HOUR * HOUR_MS ? null : new Date(dayStart - CHINA_MS)
}

function byAddress(waiting: readonly Unmailed[]): Unmailed[][] {
  const groups = new Map<string, Unmailed[]>()
  for (const one of waiting) {
    // An answer is a letter of its own; reminders of one address come together.
    const key = one.kind === 'objection-answered' ? `answer ${one.id}` : `${one.email} ${one.lang}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()]
}

function digestMail(context: AppContext, group: readonly Unmailed[]): Mail {
  const [first] = group
  if (!first) throw new Error('a digest holds something')
  const { lang, email } = first
  const tokens = [...new Set(group.flatMap(({ token }) => token ?? []))]
  const links = tokens.map((token) => `${context.address}/unfollow/${token}`)
  return {
    to: email,
    subject: subjectLine(group, lang),
    text: [...companies(context, group, lang), footer(links, lang)].join('\n\n'),
    unsubscribe: links.length === 1 ? (links[0] ?? null) : null,
  }
}

function subjectLine(group: readonly Unmailed[], lang: 'zh' | 'en'): string {
  const names = [...new Set(group.map(({ subjectName }) => subjectName))]
  const [name = ''] = names
  if (group[0]?.kind === 'objection-answered')
    return lang === 'zh' ? `科惠：异议已答复（${name}）` : `Kehui: an objection was answered (${name})`
  if (lang === 'zh')
    return `科惠提醒：${group.length} 项（${name}${names.length > 1 ? `等 ${names.length} 家` : ''}）`
  const more = names.length > 1 ? ` and ${names.length - 1} more` : ''
  return `Kehui: ${group.length} ${group.length === 1 ? 'notice' : 'notices'} (${name}${more})`
}

function companies(
  { library, address }: AppContext,
  group: readonly Unmailed[],
  lang: 'zh' | 'en',
): string[] {
  const bySubject = new Map<string, Unmailed[]>()
  for (const one of group) bySubject.set(one.subjectId, [...(bySubject.get(one.subjectId) ?? []), one])
  return [...bySubject.values()].map((notices) => {
    const lines = notices.map((notice) => `· ${noticeWords({ library }, notice, lang)}`)
    const [first] = notices
    return [first?.subjectName, ...lines, `${address}/companies/${first?.subjectId}`].join('\n')
  })
}

function footer(links: readonly string[], lang: 'zh' | 'en'): string {
  const end = links.length === 0 ? [] : [lang === 'zh' ? '不再接收：' : 'To hear no more:', ...links]
  const why =
    lang === 'zh'
      ? '测算结果仅供参考，以主管部门审核结果为准。'
      : 'What Kehui computes is an estimate; the department decides.'
  return ['--', why, ...end].join('\n')
}
