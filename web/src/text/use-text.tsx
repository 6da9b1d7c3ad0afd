import { createContext, type ReactNode, use, useEffect, useState } from 'react'
import { usePreferences } from '../ui/preferences.js'
import { fill, type Lang, type MessageKey, type Translate } from './messages.js'
import { zhMessage } from './zh-table.js'

interface Text {
  readonly lang: Lang
  readonly t: Translate
}

function textOf(lang: Lang, message: (key: MessageKey) => string): Text {
  return { lang, t: (key, values) => fill(message(key), values) }
}

const CHINESE = textOf('zh', zhMessage)
const TextContext = createContext<Text>(CHINESE)

async function loadText(lang: Lang): Promise<Text> {
  if (lang === 'zh') return CHINESE
  const { en } = await import('./en.js')
  return textOf(lang, (key) => en[key])
}

/** The English table is fetched whole when first asked for: most readers never need it. */
export function TextProvider({ children }: { readonly children: ReactNode }) {
  const { lang } = usePreferences()
  const [text, setText] = useState<Text | null>(() => (lang === 'zh' ? CHINESE : null))
  useEffect(() => {
    let wanted = true
    loadText(lang).then((loaded) => {
      if (wanted) setText(loaded)
    })
    return () => {
      wanted = false
    }
  }, [lang])
  return text === null ? null : <TextContext value={text}>{children}</TextContext>
}

export function useText(): Text {
  return use(TextContext)
}
