import '../../../text/area/versions.js'
import type { ToldChange } from '@kehui/server/client'
import { useText } from '../../../text/use-text.js'
import { keyed } from '../../../ui/keyed.js'

const AREAS = ['rule', 'money', 'call', 'text'] as const

interface ChangeListProps {
  readonly changes: readonly ToldChange[]
  /** The rank of the headings of its groups. */
  readonly heading: 'h3' | 'h4'
}

/** What two versions say differently, by what it touches. */
export function ChangeList({ changes, heading: Heading }: ChangeListProps) {
  const { t } = useText()
  return (
    <div className="stack tight">
      {AREAS.flatMap((area) => {
        const some = changes.filter((change) => change.area === area)
        return some.length === 0
          ? []
          : [
              <div key={area}>
                <Heading className="small muted">{t(`versions.area.${area}`)}</Heading>
                <ul className="changes">
                  {keyed(some, ({ what }) => what).map(({ key, item }) => (
                    <ChangeLine key={key} change={item} />
                  ))}
                </ul>
              </div>,
            ]
      })}
    </div>
  )
}

function ChangeLine({ change }: { readonly change: ToldChange }) {
  const { t } = useText()
  const { kind, what, before, after, parameter, clause } = change
  const [old, now] = parameter ? [parameter.before, parameter.after] : [before, after]
  return (
    <li>
      <span className={`tag change-kind ${kind}`}>{t(`versions.kind.${kind}`)}</span>{' '}
      <span>
        {what}
        {clause && <span className="muted small"> {clause}</span>}
        {kind !== 'moved' && (
          <span className="change-values">
            {old !== null && (
              <del>
                <span className="hidden-visually">{t('versions.before')} </span>
                {old}
              </del>
            )}
            {old !== null && now !== null && <span aria-hidden="true"> → </span>}
            {now !== null && (
              <ins>
                <span className="hidden-visually">{t('versions.after')} </span>
                {now}
              </ins>
            )}
          </span>
        )}
      </span>
    </li>
  )
}
