import '../../text/area/publishing.js'
import type { DraftDetail } from '@kehui/server/client'
import { useId, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { LineDiff } from './line-diff-view.js'
import type { DraftTextState } from './use-draft-text.js'

/** Saving, and what is to be said about what is not saved. */
export function SaveBar({
  draft,
  editing,
}: {
  readonly draft: DraftDetail
  readonly editing: DraftTextState
}) {
  const { t } = useText()
  const id = useId()
  const [note, setNote] = useState('')
  const { dirty, restored, conflict, saving, text } = editing
  const save = () => {
    if (!dirty || saving) return
    editing.save(note)
    setNote('')
  }
  return (
    <>
      {conflict && (
        <div className="notice bad stack tight" role="alert">
          <p>{t('draft.conflict', { by: draft.updatedBy })}</p>
          <details>
            <summary className="button plain">{t('draft.conflict.diff')}</summary>
            <LineDiff before={text} after={draft.text} />
          </details>
          <div className="actions">
            <button type="button" className="button" onClick={save}>
              {t('draft.conflict.mine')}
            </button>
            <button type="button" className="button" onClick={editing.takeSaved}>
              {t('draft.conflict.theirs')}
            </button>
          </div>
        </div>
      )}
      {restored && !conflict && (
        <div className="notice warn actions">
          <span>{t('draft.restored')}</span>
          <button type="button" className="button" onClick={editing.takeSaved}>
            {t('draft.drop-local')}
          </button>
        </div>
      )}
      {!conflict && (
        <div className="save-bar">
          <div className="field">
            <label htmlFor={id}>
              {t('draft.save.note')}
              <span className="muted small">（{t('common.optional')}）</span>
            </label>
            <input
              id={id}
              className="input"
              value={note}
              maxLength={500}
              onChange={(event) => setNote(event.target.value)}
            />
          </div>
          <button type="button" className="button primary" aria-disabled={!dirty || saving} onClick={save}>
            {t('draft.save')}
          </button>
        </div>
      )}
      <p role="status" className="muted small">
        {t(dirty ? 'draft.unsaved' : 'draft.unchanged')}
      </p>
    </>
  )
}
