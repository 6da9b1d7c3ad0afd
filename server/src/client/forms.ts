import type { FormList, FormWish, SelfAssessment } from '../forms/schema.js'
import type { InLang, Send } from './request.js'

export type FormAsk = FormWish & InLang

const at = (id: string, programme: string) =>
  `/subjects/${encodeURIComponent(id)}/forms/${encodeURIComponent(programme)}`

export function formRoutes(send: Send) {
  return {
    forms: (id: string, { lang }: InLang = {}) =>
      send<FormList>(`/subjects/${encodeURIComponent(id)}/forms`, { query: { lang } }),
    form: (id: string, programme: string, { lang, ...body }: FormAsk = {}) =>
      send<SelfAssessment>(at(id, programme), { method: 'POST', query: { lang }, body }),
  }
}

/** The address of the form as a file, for a link that downloads it. */
export function formFileUrl(
  id: string,
  programme: string,
  kind: 'xlsx' | 'pdf',
  { lang, on, years, whatIf }: FormAsk,
): string {
  const query = new URLSearchParams()
  if (lang) query.set('lang', lang)
  if (on) query.set('on', on)
  if (years && years.length > 0) query.set('years', years.join(','))
  if (whatIf && whatIf.length > 0) query.set('what-if', JSON.stringify(whatIf))
  return `/api/v1${at(id, programme)}/${kind}?${query}`
}
