import '../../text/area/digests.js'
import '../../text/area/reports.js'
import type { DigestDetail } from '@kehui/server/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { MessageKey } from '../../text/messages.js'
import { useText } from '../../text/use-text.js'
import { Failure, Loading } from '../../ui/failure.js'
import { Icon } from '../../ui/icon.js'
import { notify } from '../../ui/notify.js'
import { staffApi } from '../../ui/staff-api.js'
import { TextField } from '../../ui/text-field.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { StaffOnly } from '../staff-only.js'
import '../workbench.css'
import './digests.css'
import { Earlier } from './earlier.js'
import { FileActions } from './file-actions.js'
import { Preview } from './preview.js'
import { Redraft } from './redraft.js'
import { SectionEditor } from './section-editor.js'
import { fromWritten, moved, toWritten, type WrittenSection } from './written.js'

const route = getRouteApi('/workbench/digests/$digest')

/** One issue in draft: its statements are reworded, put in order, and go out as a Word file. */
export function DigestPage() {
  return (
    <StaffOnly title="digests.title">
      <Page />
    </StaffOnly>
  )
}

function Page() {
  const { digest: id } = route.useParams()
  const messageOf = useMessageOf()
  const found = useQuery({
    queryKey: ['digest', id],
    queryFn: () => staffApi.digest(id),
    // What is being written is not put aside by what comes from elsewhere; saving tells.
    refetchOnWindowFocus: false,
  })
  if (found.isError) return <Failure message={messageOf(found.error)} retry={() => found.refetch()} />
  return found.data ? <Editor key={found.data.revision} digest={found.data} /> : <Loading />
}

function Editor({ digest }: { readonly digest: DigestDetail }) {
  const { t } = useText()
  const messageOf = useMessageOf()
  const queries = useQueryClient()
  const [title, setTitle] = useState(digest.title)
  const [first] = useState(() => toWritten(digest.sections))
  const [sections, setSections] = useState<readonly WrittenSection[]>(first)
  const changed = title !== digest.title || sections !== first
  const [isPreview, setPreview] = useState(false)
  useLeaveWarning(changed)
  const saved = async (next: DigestDetail, message: MessageKey = 'digests.saved') => {
    queries.setQueryData(['digest', digest.id], next)
    await queries.invalidateQueries({ queryKey: ['digests'] })
    await queries.invalidateQueries({ queryKey: ['digest-revisions', digest.id] })
    notify({ text: t(message, { n: next.revision + 1 }), tone: 'good' })
  }
  const save = useMutation({
    mutationFn: (given: Pick<DigestDetail, 'title' | 'sections'> & { readonly take?: number }) =>
      staffApi.saveDigest(digest.id, { ...given, revision: digest.revision }),
    onSuccess: (next) => saved(next),
    onError: (error) => notify({ text: messageOf(error), tone: 'bad' }),
  })
  return (
    <div className="page stack workbench">
      <Link to="/workbench/digests" className="back">
        <Icon name="back" />
        {t('digests.title')}
      </Link>
      <h1>{digest.title}</h1>
      <div className="actions">
        <button
          type="button"
          className="button primary"
          aria-disabled={save.isPending || !changed}
          onClick={() =>
            changed && !save.isPending && save.mutate({ title, sections: fromWritten(sections) })
          }
        >
          {t('digests.save')}
        </button>
        <FileActions id={digest.id} />
        {changed && (
          <span className="tag unknown" role="status">
            {t('digests.unsaved')}
          </span>
        )}
      </div>
      <ViewChoice isPreview={isPreview} onChange={setPreview} />
      {isPreview ? (
        <Preview title={title} sections={sections} sources={digest.sources} />
      ) : (
        <>
          <TextField
            id="digest-title"
            label={t('digests.name')}
            value={title}
            onChange={setTitle}
            error={undefined}
          />
          <p className="muted small">{t('digests.keys')}</p>
          {sections.map((section, at) => (
            <SectionEditor
              key={section.key}
              section={section}
              isFirst={at === 0}
              isLast={at === sections.length - 1}
              onChange={(next) => setSections(sections.map((one) => (one.key === next.key ? next : one)))}
              onMove={(by) => setSections(moved(sections, at, by))}
            />
          ))}
          <Sources sources={digest.sources} />
        </>
      )}
      <details className="card">
        <summary className="digest-more">{t('digests.redraft')}</summary>
        <Redraft
          digest={digest}
          written={() => ({ title, sections: fromWritten(sections) })}
          onDone={(next) => void saved(next, 'digests.redraft.done')}
        />
      </details>
      <Earlier
        id={digest.id}
        current={digest.revision}
        onTake={({ title: old, sections: was, revision }) =>
          save.mutate({ title: old, sections: was, take: revision })
        }
      />
    </div>
  )
}

function ViewChoice({
  isPreview,
  onChange,
}: {
  readonly isPreview: boolean
  readonly onChange: (isPreview: boolean) => void
}) {
  const { t } = useText()
  return (
    <fieldset className="choices" aria-label={t('digests.view')}>
      {(['edit', 'preview'] as const).map((view) => {
        const on = isPreview === (view === 'preview')
        return (
          <label key={view} className={`choice${on ? ' chosen' : ''}`}>
            <input
              type="radio"
              name="digest-view"
              checked={on}
              onChange={() => onChange(view === 'preview')}
            />
            {t(`digests.view.${view}`)}
          </label>
        )
      })}
    </fieldset>
  )
}

function Sources({ sources }: Pick<DigestDetail, 'sources'>) {
  const { t } = useText()
  return (
    <section className="card stack tight" aria-labelledby="digest-sources">
      <h2 id="digest-sources" className="card-title">
        {t('digests.sources')}
      </h2>
      <ol className="rows">
        {sources.map(({ n, report, file, article }) => (
          <li key={n}>
            <span>
              〔{n}〕{' '}
              <Link to="/workbench/reports/$report" params={{ report }}>
                {file}
              </Link>{' '}
              {article}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What is not saved is not left unawares. */
function useLeaveWarning(changed: boolean): void {
  useEffect(() => {
    if (!changed) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [changed])
}
