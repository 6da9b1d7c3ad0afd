import { createContext, type ReactNode, use, useEffect, useState } from 'react'
import { usePreferences } from '../ui/preferences.js'
import { fill, type Lang, type Messages, type Translate } from './messages.js'
import { zh } from './zh.js'

interface Text {
  readonly lang: Lang
  readonly t: Translate
}

function textOf(lang: Lang, messages: Messages): Text {
  return { lang, t: (key, values) => fill(messages[key], values) }
}

const TextContext = createContext<Text>(textOf('zh', zh))

async function loadMessages(lang: Lang): Promise<Messages> {
  return lang === 'zh' ? zh : (await import('./en.js')).en
}

/** The English table is fetched when first asked for: most readers never need it. */
export function TextProvider({ children }: { readonly children: ReactNode }) {
  const { lang } = usePreferences()
  const [text, setText] = useState<Text | null>(() => (lang === 'zh' ? textOf('zh', zh) : null))
  useEffect(() => {
    let wanted = true
    loadMessages(lang).then((messages) => {
      if (wanted) setText(textOf(lang, messages))
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
