import type { TextNode } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import { keyed } from '../../ui/keyed.js'

function Node({ node }: { readonly node: TextNode }) {
  const { t } = useText()
  const group = node.kind === 'any' || node.kind === 'all' ? t(`trace.${node.kind}`) : null
  const title = node.label ?? group ?? node.text
  return (
    <li>
      <span>{title}</span>
      <p className="provenance">
        {title !== node.text && node.children.length === 0 && <code>{node.text}</code>}
        {node.cite?.article && <span>{t('trace.cite', { article: node.cite.article })}</span>}
        {node.cite && node.cite.verified !== 'official' && (
          <span className="tag unverified">{t('entry.unverified')}</span>
        )}
      </p>
      {node.children.length > 0 && <TextTree nodes={node.children} />}
    </li>
  )
}

/** A programme's conditions or terms as its file states them, without a company. */
export function TextTree({ nodes }: { readonly nodes: readonly TextNode[] }) {
  return (
    <ul className="text-tree">
      {keyed(nodes, (node) => `${node.kind} ${node.text}`).map(({ key, item }) => (
        <Node key={key} node={item} />
      ))}
    </ul>
  )
}
