/** The day on which it is, as YYYY-MM-DD. */
export function dateInChina(now: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(now)
}
