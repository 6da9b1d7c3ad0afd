import '../../text/area/sandbox.js'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useText } from '../../text/use-text.js'
import { Failure, Loading } from '../../ui/failure.js'
import { staffApi } from '../../ui/staff-api.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { BureauOnly } from '../bureau-only.js'
import { BackToSandbox } from './back.js'
import { SandboxView } from './sandbox-view.js'
import { SourceCard } from './source-card.js'

const route = getRouteApi('/cockpit/sandbox/drafts/$report/$start')

/** A programme that never was, read from a sentence of a report, for a person to finish. */
function Opened() {
  const { report, start } = route.useParams()
  const { t, lang } = useText()
  const messageOf = useMessageOf()
  const found = useQuery({
    queryKey: ['report-draft', report, start, lang],
    queryFn: () => staffApi.reportDraft(report, Number(start), { lang }),
    refetchOnWindowFocus: false,
    // Whether it was kept meanwhile.
    refetchOnMount: 'always',
    // What is written already outlasts a change of language.
    placeholderData: keepPreviousData,
  })
  const draft = found.data
  const beginning = useMemo(
    () =>
      draft && {
        programme: draft.programme,
        title: t('sandbox.source.title', { name: draft.name }),
        pack: draft.pack,
        text: draft.file,
      },
    [draft, t],
  )
  if (found.isError) return <Failure message={messageOf(found.error)} retry={() => found.refetch()} />
  if (!draft || !beginning) return <Loading />
  return (
    <SandboxView
      key={draft.programme}
      start={beginning}
      other={null}
      lead={(text, goTo) => <SourceCard draft={draft} text={text} goTo={goTo} />}
      back={<BackToSandbox />}
    />
  )
}

export function SandboxDraftPage() {
  return (
    <BureauOnly title="sandbox.title">
      <Opened />
    </BureauOnly>
  )
}
