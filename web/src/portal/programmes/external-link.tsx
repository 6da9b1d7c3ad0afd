import type { ReactNode } from 'react'
import { useText } from '../../text/use-text.js'
import { Icon } from '../../ui/icon.js'

interface ExternalLinkProps {
  readonly href: string
  readonly className?: string
  readonly children: ReactNode
}

/** A link to another site: marked as such, and telling that site nothing. */
export function ExternalLink({ href, className, children }: ExternalLinkProps) {
  const { t } = useText()
  return (
    <a className={className} href={href} target="_blank" rel="noopener noreferrer">
      {children}
      <Icon name="link" />
      <span className="hidden-visually">{t('library.new-window')}</span>
    </a>
  )
}
