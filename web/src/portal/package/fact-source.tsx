import type { Trace } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import { usePackage } from './package-context.js'

/** Where the figures of a condition come from, and when they were obtained. */
export function FactSource({ facts }: { readonly facts: Trace['facts'] }) {
  const { t } = useText()
  const { pkg, trying } = usePackage()
  const texts = facts
    .filter((fact) => fact.value !== null)
    .map(({ key }) => {
      if (trying !== null && key in trying) return t('trace.tried')
      const known = pkg.known[key]
      return [known?.source, known?.observedAt?.slice(0, 10)].filter(Boolean).join(' · ')
    })
  const shown = [...new Set(texts)].filter((text) => text !== '')
  if (shown.length === 0) return null
  return (
    <span>
      {shown.map((text, i) => (
        <span key={text} className="nowrap">
          {i > 0 && '；'}
          {text}
        </span>
      ))}
    </span>
  )
}
