import type { ProgrammeDetail, TextNode } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import { keyed } from '../../ui/keyed.js'
import { readableRule } from '../../ui/readable-rule.js'

type Verified = ProgrammeDetail['verified']

function Node({ node, verified }: { readonly node: TextNode; readonly verified: Verified }) {
  const { t, lang } = useText()
  const group = node.kind === 'any' || node.kind === 'all' ? t(`trace.${node.kind}`) : null
  const title = node.label ?? group ?? node.text
  const lessSure = node.cite && node.cite.verified !== 'official' && node.cite.verified !== verified
  return (
    <li>
      <span>{readableRule(title, lang)}</span>
      <p className="provenance">
        {!title.includes(node.text) && node.children.length === 0 && (
          <code>{readableRule(node.text, lang)}</code>
        )}
        {node.cite?.article && <span>{t('trace.cite', { article: node.cite.article })}</span>}
        {lessSure && <span className="tag unverified">{t('entry.unverified')}</span>}
      </p>
      {node.children.length > 0 && <TextTree nodes={node.children} verified={verified} />}
    </li>
  )
}

interface TextTreeProps {
  readonly nodes: readonly TextNode[]
  /** How sure the programme is as a whole: only what is less so is marked again. */
  readonly verified: Verified
}

/** A programme's conditions or terms as its file states them, without a company. */
export function TextTree({ nodes, verified }: TextTreeProps) {
  return (
    <ul className="text-tree">
      {keyed(nodes, (node) => `${node.kind} ${node.text}`).map(({ key, item }) => (
        <Node key={key} node={item} verified={verified} />
      ))}
    </ul>
  )
}
