import type { zhAll } from './zh-all.js'

export type MessageKey = keyof typeof zhAll
export type Messages = Readonly<Record<MessageKey, string>>
export type Lang = 'zh' | 'en'

export type Translate = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string

/** Fills `{name}` in a message; a name without a value stays visible, so that a mistake is seen. */
export function fill(message: string, values: Readonly<Record<string, string | number>> = {}): string {
  return message.replace(/\{([a-z]+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
