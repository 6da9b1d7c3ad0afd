import type { Entry, Package } from '@kehui/server/client'
import { Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { Icon } from '../../ui/icon.js'
import { VerdictMark } from '../../ui/verdict-mark.js'
import { AmountLine } from './amount-line.js'
import { DeadlineText } from './deadline-text.js'
import { entryId } from './entry-id.js'
import { GROUPS, type Group, MARK_OF } from './hero.js'
import { useEntryLine } from './use-entry-line.js'

function Item({
  entry,
  group,
  chosen,
  onOpen,
}: {
  readonly entry: Entry
  readonly group: Group
  readonly chosen: boolean
  readonly onOpen: () => void
}) {
  const { t } = useText()
  const line = useEntryLine()
  return (
    <li>
      <Link
        from="/companies/$company"
        to="."
        search={(old) => ({ ...old, entry: entryId(entry) })}
        className={`item${chosen ? ' chosen' : ''}`}
        aria-current={chosen ? 'true' : undefined}
        resetScroll={false}
        onClick={onOpen}
      >
        <VerdictMark kind={MARK_OF[group]} />
        <span className="item-body">
          <span className="item-title">{entry.title}</span>
          <span className="item-row">
            <AmountLine entry={entry} />
            <DeadlineText entry={entry} />
          </span>
          <span className="item-row">
            <span className="muted small">{line(entry)}</span>
            <span className={`tag${entry.mode === '免申即享' ? ' yes' : ''}`}>{t(`mode.${entry.mode}`)}</span>
          </span>
        </span>
      </Link>
    </li>
  )
}

function Filter({ pkg, shown }: { readonly pkg: Package; readonly shown: Group | undefined }) {
  const { t } = useText()
  const total = GROUPS.reduce((sum, group) => sum + pkg[group].length, 0)
  const choices = [
    { group: undefined, label: t('common.all'), count: total },
    ...GROUPS.map((group) => ({ group, label: t(`package.filter.${group}`), count: pkg[group].length })),
  ]
  return (
    <nav className="segments no-print" aria-label={t('package.filter')}>
      {choices.map(({ group, label, count }) => (
        <Link
          key={label}
          from="/companies/$company"
          to="."
          search={(old) => ({ ...old, show: group })}
          aria-current={group === shown ? 'true' : undefined}
          resetScroll={false}
        >
          {label} <small className="number">{count}</small>
        </Link>
      ))}
    </nav>
  )
}

/** All programmes by verdict, those that can be had now first. */
export function EntryList({
  pkg,
  shown,
  chosen,
  onOpen,
}: {
  readonly pkg: Package
  readonly shown: Group | undefined
  readonly chosen: string | undefined
  readonly onOpen: () => void
}) {
  const { t } = useText()
  return (
    <nav className="entry-list" aria-label={t('package.list')}>
      <Filter pkg={pkg} shown={shown} />
      {GROUPS.filter((group) => (shown === undefined ? pkg[group].length > 0 : group === shown)).map(
        (group) => (
          <section key={group} aria-labelledby={`group-${group}`}>
            <h2 id={`group-${group}`}>{t(`package.${group}`)}</h2>
            {pkg[group].length === 0 ? (
              <p className="muted small">{t('package.empty')}</p>
            ) : (
              <ul className="items">
                {pkg[group].map((entry) => (
                  <Item
                    key={entryId(entry)}
                    entry={entry}
                    group={group}
                    chosen={entryId(entry) === chosen}
                    onOpen={onOpen}
                  />
                ))}
              </ul>
            )}
          </section>
        ),
      )}
    </nav>
  )
}

export function BackToList() {
  const { t } = useText()
  return (
    <Link
      from="/companies/$company"
      to="."
      search={(old) => ({ ...old, entry: undefined })}
      className="back-to-list no-print"
    >
      <Icon name="back" />
      {t('package.all')}
    </Link>
  )
}
