import '../../text/area/workbench.js'
import '../../text/area/desk.js'
import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import { entryId } from '../../portal/package/entry-id.js'
import { PackageContext, type PackageState } from '../../portal/package/package-context.js'
import { usePackageState } from '../../portal/package/use-package-state.js'
import { useText } from '../../text/use-text.js'
import { Loading } from '../../ui/failure.js'
import { Icon } from '../../ui/icon.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { AnswerCard } from './answer-card.js'
import { CallNotes } from './call-notes.js'
import { Summary } from './summary.js'

interface CompanyDeskProps {
  readonly company: string
  readonly programme: string | undefined
  readonly onProgramme: (id: string | undefined) => void
  readonly onOther: () => void
}

const GROUPS = ['can', 'later', 'needs', 'not'] as const

function Picker({
  state,
  programme,
  onProgramme,
}: Pick<CompanyDeskProps, 'programme' | 'onProgramme'> & { readonly state: PackageState }) {
  const { t } = useText()
  const id = useId()
  const { pkg } = state
  return (
    <div className="field">
      <label htmlFor={id}>{t('desk.programme')}</label>
      <select
        id={id}
        className="input"
        value={programme ?? ''}
        onChange={(event) => onProgramme(event.target.value || undefined)}
      >
        <option value="">{t('desk.programme.all')}</option>
        {GROUPS.filter((group) => pkg[group].length > 0).map((group) => (
          <optgroup key={group} label={t(`desk.${group}`, { count: pkg[group].length })}>
            {pkg[group].map((entry) => (
              <option key={entryId(entry)} value={entryId(entry)}>
                {entry.title}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  )
}

/** One company on the telephone: whom, about what, and the answer. */
export function CompanyDesk({ company, programme, onProgramme, onOther }: CompanyDeskProps) {
  const { t } = useText()
  const messageOf = useMessageOf()
  const { state, error } = usePackageState(company)
  if (error !== null && state === null) {
    return (
      <div className="stack">
        <p className="notice bad" role="alert">
          {messageOf(error)}
        </p>
        <button type="button" className="button" onClick={onOther}>
          {t('desk.other')}
        </button>
      </div>
    )
  }
  if (state === null) return <Loading />
  const { subject } = state.pkg
  const entry = GROUPS.flatMap((group) => state.pkg[group]).find((one) => entryId(one) === programme)
  return (
    <PackageContext value={state}>
      <section className="desk-who" aria-label={t('desk.query')}>
        <div>
          <h2>{subject.name}</h2>
          <p className="muted small">
            {[subject.place, subject.creditCode].filter(Boolean).join(' · ')}
            {subject.sample && <span className="tag"> {t('common.sample')}</span>}
          </p>
        </div>
        <button type="button" className="button" onClick={onOther}>
          {t('desk.other')}
        </button>
      </section>
      <Picker state={state} programme={programme} onProgramme={onProgramme} />
      {entry ? <AnswerCard key={entryId(entry)} entry={entry} /> : <Summary onProgramme={onProgramme} />}
      <p>
        <Link
          to="/companies/$company"
          params={{ company }}
          search={programme === undefined ? {} : { entry: programme }}
          className="button"
        >
          <Icon name="gift" />
          {t('desk.full')}
        </Link>
      </p>
      <CallNotes subject={company} title="desk.of-company" none="desk.recent.none" />
    </PackageContext>
  )
}
