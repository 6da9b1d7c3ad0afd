import type { CalendarEvent } from '@kehui/domain/packs/catalogue'
import type { Library } from '@kehui/domain/rules'
import { formatDay, inLang, type Lang } from '@kehui/domain/shared'
import ical, {
  ICalAlarmType,
  ICalCalendarMethod,
  type ICalEvent,
  ICalEventTransparency,
} from 'ical-generator'
import { packOf } from './view.js'

const DAY_MS = 86_400_000
/** A week before the last day, at nine in the morning rather than at midnight. */
const ALARM_SECONDS = 7 * 86_400 - 9 * 3600
/** Calendars look again after so long. */
const REFRESH_SECONDS = 6 * 3600

const WORDS = {
  zh: {
    calendar: '科惠申报日历',
    opens: '开始申报',
    closes: '申报截止',
    step: '申报环节',
    number: '通知文号',
    materials: '材料',
    estimate: '以主管部门发布的通知为准。',
  },
  en: {
    calendar: 'Kehui calls',
    opens: 'Opens',
    closes: 'Closes',
    step: 'Step',
    number: 'Number',
    materials: 'Papers',
    estimate: 'What the department announces counts.',
  },
} as const

export interface CalendarFile {
  readonly library: Library
  readonly events: readonly CalendarEvent[]
  readonly lang: Lang
  readonly now: Date
  /** Where the pages are, such as `https://kehui.example`. */
  readonly site: string
  /** Names the calendar of one call or one programme. */
  readonly name?: string
}

/** Events as a calendar file: whole days in China, each with an identity that stays, a week's warning before an end. */
export function calendarFile({ library, events, lang, now, site, name }: CalendarFile): string {
  const words = WORDS[lang]
  const calendar = ical({
    name: name ?? words.calendar,
    prodId: { company: 'Kehui', product: 'Kehui', language: lang.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH_SECONDS,
    x: [{ key: 'X-WR-TIMEZONE', value: 'Asia/Shanghai' }],
  })
  for (const event of events) {
    const title = inLang(event.programme.title, lang)
    const step = inLang(event.step, lang)
    const made = calendar.createEvent({
      id: `${event.uid}@kehui`,
      stamp: now,
      start: new Date(event.from * DAY_MS),
      end: new Date((event.to + 1) * DAY_MS),
      allDay: true,
      summary: `${words[event.kind]}：${title}${event.kind === 'step' ? `，${step}` : ''}`,
      description: description(library, event, lang, site),
      url: event.call.link ?? pageOf(event, site),
      categories: [{ name: inLang(packOf(library, event.programme).title, lang) }],
      transparency: ICalEventTransparency.TRANSPARENT,
    })
    if (event.kind === 'closes') warn(made, `${words.closes}：${title} ${formatDay(event.to)}`)
  }
  return calendar.toString()
}

function warn(event: ICalEvent, description: string): void {
  event.createAlarm({ type: ICalAlarmType.display, triggerBefore: ALARM_SECONDS, description })
}

function description(library: Library, event: CalendarEvent, lang: Lang, site: string): string {
  const words = WORDS[lang]
  const { call, programme, step } = event
  const colon = lang === 'en' ? ': ' : '：'
  const department = packOf(library, programme).department
  const contacts = call.departments.length > 0 ? call.departments : department ? [department] : []
  const materials = call.materials.map((material) => inLang(material.name, lang))
  return [
    `${inLang(call.title, lang)} · ${inLang(step, lang)}`,
    call.number === null ? null : `${words.number}${colon}${call.number}`,
    materials.length === 0
      ? null
      : `${words.materials}${colon}${materials.join(lang === 'en' ? ', ' : '、')}`,
    ...contacts.map((contact) => [inLang(contact.name, lang), contact.phone].filter(Boolean).join(' ')),
    pageOf(event, site),
    words.estimate,
  ]
    .filter((line) => line !== null)
    .join('\n')
}

function pageOf({ programme }: CalendarEvent, site: string): string {
  return `${site}/programmes/${programme.id}`
}
