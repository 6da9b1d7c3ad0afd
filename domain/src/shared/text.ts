import { type Static, Type } from 'typebox'

export const Lang = Type.Union([Type.Literal('zh'), Type.Literal('en')])
export type Lang = Static<typeof Lang>

/** A text in both languages; Chinese stands in where the English is missing. */
export const Text = Type.Object({ zh: Type.String(), en: Type.Optional(Type.String()) })
export type Text = Static<typeof Text>

export function inLang(text: Text, lang: Lang): string {
  return lang === 'en' ? (text.en ?? text.zh) : text.zh
}
