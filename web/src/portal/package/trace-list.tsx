import type { Trace } from '@kehui/server/client'
import { useText } from '../../text/use-text.js'
import { keyed } from '../../ui/keyed.js'
import { type MarkKind, VerdictMark } from '../../ui/verdict-mark.js'
import { ObjectButton } from '../objections/object-button.js'
import { AskButton } from './ask-button.js'
import { CitationLink } from './citation-link.js'
import { deniedAsOne } from './denied.js'
import { useEntry } from './entry-context.js'
import { FactSource } from './fact-source.js'
import { usePackage } from './package-context.js'
import { useTraceLabel } from './trace-label.js'

/** A branch that changes nothing is neither green, red nor brown: it has a mark of its own. */
export function markOf(node: Pick<Trace, 'verdict' | 'matters'>): MarkKind {
  return node.matters || node.verdict === 'yes' ? node.verdict : 'moot'
}

function VerdictTag({ node }: { readonly node: Trace }) {
  const { t } = useText()
  const mark = markOf(node)
  if (mark !== 'moot') return <span className={`tag ${mark}`}>{t(`verdict.${mark}`)}</span>
  return (
    <span className="tag moot">{t(node.verdict === 'no' ? 'verdict.moot' : 'verdict.moot.unknown')}</span>
  )
}

/** More missing facts than this are counted: a list of twenty tells nobody anything. */
const MOST_NAMED = 4

function Figures({ node }: { readonly node: Trace }) {
  const { t } = useText()
  const { labelOf } = usePackage()
  const unknown = node.facts.filter((fact) => fact.value === null)
  const known = node.facts.filter((fact) => fact.value !== null)
  const mine =
    node.actual ??
    known
      .map((fact) => (node.facts.length > 1 ? `${labelOf(fact.key)} ${fact.value}` : fact.value))
      .join('，')
  return (
    <dl className="figures">
      <div>
        <dt>{t('trace.yours')}</dt>
        {unknown.length > 0 && node.verdict === 'unknown' ? (
          <dd className="tone-unknown lacking">
            {t(unknown.length > MOST_NAMED ? 'trace.missing.more' : 'trace.missing', {
              facts: unknown
                .slice(0, MOST_NAMED)
                .map((fact) => labelOf(fact.key))
                .join(t('common.comma')),
              count: unknown.length,
            })}
          </dd>
        ) : (
          <dd>{mine === '' ? t('trace.unknown') : mine}</dd>
        )}
      </div>
      {node.required && (
        <div>
          <dt>{t('trace.required')}</dt>
          <dd>{node.required}</dd>
        </div>
      )}
      {node.gap && node.verdict === 'no' && (
        <div>
          <dt>{t('trace.gap')}</dt>
          <dd>{node.matters ? node.gap : t('trace.gap.moot', { gap: node.gap })}</dd>
        </div>
      )}
    </dl>
  )
}

/** The first missing fact is asked for plainly; the rest unfold, or a condition on many would be all buttons. */
function Ask({ facts }: { readonly facts: Trace['facts'] }) {
  const { t } = useText()
  const [first, ...rest] = facts
  if (first === undefined) return null
  return (
    <div className="asks">
      <AskButton fact={first.key} />
      {rest.length > 0 && (
        <details>
          <summary>{t('trace.fill.more', { count: rest.length })}</summary>
          <div className="stack tight">
            {rest.map((fact) => (
              <AskButton key={fact.key} fact={fact.key} />
            ))}
          </div>
        </details>
      )}
    </div>
  )
}

function Condition({ node: written }: { readonly node: Trace }) {
  const { t } = useText()
  const node = deniedAsOne(written, (required) => t('trace.denied', { required }))
  const label = useTraceLabel()(node)
  const mark = markOf(node)
  const entry = useEntry()
  const { trying } = usePackage()
  const asked =
    node.matters && node.verdict === 'unknown' ? node.facts.filter((fact) => fact.value === null) : []
  const group = node.children.length > 0
  return (
    <li className={`condition ${mark}${group ? ' group' : ''}`}>
      <VerdictMark kind={mark} />
      <div className="condition-body">
        <div className="condition-head">
          <h4>{label}</h4>
          <VerdictTag node={node} />
        </div>
        {!group && <Figures node={node} />}
        {asked.length > 0 && !group && <Ask facts={asked} />}
        {(node.cite || (!group && node.facts.length > 0)) && (
          <div className="provenance">
            {!group && <FactSource facts={node.facts} />}
            {node.cite && <CitationLink cite={node.cite} expression={node.text} />}
            {trying === null && <ObjectButton entry={entry} condition={node} />}
          </div>
        )}
        {group && <TraceList nodes={node.children} />}
      </div>
    </li>
  )
}

/** Conditions as a nested list: what was needed, what there is, where it comes from, and the clause. */
export function TraceList({ nodes }: { readonly nodes: readonly Trace[] }) {
  return (
    <ul className="trace">
      {keyed(nodes, (node) => node.text).map(({ key, item }) => (
        <Condition key={key} node={item} />
      ))}
    </ul>
  )
}
