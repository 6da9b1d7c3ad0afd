import type { Lang } from '../text/messages.js'

const FORMATS: Readonly<Record<Lang, Intl.DateTimeFormat>> = {
  zh: formatIn('zh-CN'),
  en: formatIn('en-GB'),
}

function formatIn(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'Asia/Shanghai',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
}

/** A moment as it is written where the programmes are: `2026-11-25 15:04` in China, whatever the reader's zone. */
export function localTime(iso: string, lang: Lang): string {
  const parts = new Map(FORMATS[lang].formatToParts(new Date(iso)).map(({ type, value }) => [type, value]))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? ''
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`
}
