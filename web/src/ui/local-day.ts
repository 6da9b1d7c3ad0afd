/** The date in China, where the programmes are, as `2026-11-24`. */
export function todayInChina(now: Date = new Date()): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })
  return parts.format(now)
}
