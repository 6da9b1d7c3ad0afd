import '../../text/area/publishing.js'
import { ApiError, type DraftDetail } from '@kehui/server/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { notify } from '../../ui/notify.js'
import { staffApi } from '../../ui/staff-api.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { forgetLocal, keepLocal, readLocal } from './local-text.js'

/** What the writer had before him when he began to change it. */
interface Seen {
  readonly revision: number
  readonly text: string
}

export interface DraftTextState {
  readonly text: string
  readonly setText: (text: string) => void
  readonly dirty: boolean
  /** What was not saved last time is shown again. */
  readonly restored: boolean
  /** Somebody else saved another text, which the writer has not seen. */
  readonly conflict: boolean
  readonly saving: boolean
  readonly save: (note: string) => void
  /** Takes the text that the server has, and drops what was changed here. */
  readonly takeSaved: () => void
}

/** The text under the writer's hands. What is not saved stays in this browser until it is. */
export function useDraftText(draft: DraftDetail): DraftTextState {
  const { t } = useText()
  const queries = useQueryClient()
  const messageOf = useMessageOf()
  const { id } = draft
  const [local] = useState(() => startFrom(draft))
  const [text, setText] = useState(local.text)
  const [seen, setSeen] = useState<Seen>(local.seen)
  const [restored, setRestored] = useState(local.restored)
  const dirty = text !== seen.text
  const theirs = draft.revision !== seen.revision && draft.text !== seen.text
  useEffect(() => {
    if (draft.revision === seen.revision) return
    if (dirty && theirs) return
    setSeen({ revision: draft.revision, text: draft.text })
    if (!dirty) setText(draft.text)
  }, [draft.revision, draft.text, seen.revision, dirty, theirs])
  useEffect(() => {
    if (!dirty) return forgetLocal(id)
    keepLocal(id, { revision: seen.revision, text })
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [id, dirty, text, seen.revision])
  const saving = useMutation({
    mutationFn: (note: string) =>
      staffApi.saveDraft(id, { text, revision: draft.revision, note: note.trim() || null }),
    onSuccess: (after) => {
      setSeen({ revision: after.revision, text: after.text })
      setRestored(false)
      queries.setQueriesData({ queryKey: ['draft', id] }, after)
      queries.invalidateQueries({ queryKey: ['publishing'] })
      notify({ text: t('draft.saved'), tone: 'good' })
    },
    onError: (cause) => {
      if (cause instanceof ApiError && cause.code === 'draft.changed')
        queries.invalidateQueries({ queryKey: ['draft', id] })
      notify({ text: messageOf(cause), tone: 'bad' })
    },
  })
  return {
    text,
    setText,
    dirty,
    restored: restored && dirty,
    conflict: dirty && theirs,
    saving: saving.isPending,
    save: (note) => saving.mutate(note),
    takeSaved: () => {
      setSeen({ revision: draft.revision, text: draft.text })
      setText(draft.text)
    },
  }
}

function startFrom(draft: DraftDetail): { text: string; seen: Seen; restored: boolean } {
  const saved: Seen = { revision: draft.revision, text: draft.text }
  const kept = draft.actions.includes('save') ? readLocal(draft.id) : null
  if (kept === null || kept.text === draft.text) return { text: draft.text, seen: saved, restored: false }
  const current = kept.revision === draft.revision
  return { text: kept.text, seen: current ? saved : { revision: kept.revision, text: '' }, restored: true }
}
