import '../../text/area/assignment.js'
import '../../text/area/workbench.js'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { FieldFrame } from '../../ui/field-frame.js'
import { notify } from '../../ui/notify.js'
import { saveFile } from '../../ui/save-file.js'
import { staffApi } from '../../ui/staff-api.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { Preview } from './preview.js'
import type { WayIn } from './settings.js'

/** Both sides from a file: looked at first, and made a round of when all of it can be used. */
export function FromFile({ settings, isWhole, onMade, onClose }: WayIn) {
  const { t } = useText()
  const messageOf = useMessageOf()
  const [file, setFile] = useState<File>()
  const [error, setError] = useState<string>()
  const given = () => ({ content: file ?? new Blob(), name: file?.name ?? '' })
  const check = useMutation({
    mutationFn: () => staffApi.previewAssignment(settings, given()),
    onError: (cause) => setError(messageOf(cause)),
  })
  const create = useMutation({
    mutationFn: async () => {
      const round = await staffApi.createAssignment(settings, given())
      return staffApi.computeAssignment(round.id, {})
    },
    onSuccess: onMade,
    onError: (cause) => setError(messageOf(cause)),
  })
  const isBusy = check.isPending || create.isPending
  const step = (run: () => void) => (event: FormEvent) => {
    event.preventDefault()
    if (isBusy || !isWhole()) return
    const wrong = file === undefined ? t('assignment.missing.file') : undefined
    setError(wrong)
    if (wrong) document.getElementById('assignment-file')?.focus()
    else run()
  }
  const usable = check.data?.problemCount === 0 && check.data.candidates > 0
  return (
    <form className="stack" onSubmit={step(() => (usable ? create.mutate() : check.mutate()))} noValidate>
      <FieldFrame
        id="assignment-file"
        label={t('assignment.file')}
        hint={t('assignment.file.hint')}
        error={error}
      >
        <input
          id="assignment-file"
          className="input"
          type="file"
          accept=".xlsx,.csv,.json"
          aria-invalid={error !== undefined}
          aria-describedby={error ? 'assignment-file-error assignment-file-hint' : 'assignment-file-hint'}
          onChange={(event) => {
            setFile(event.target.files?.[0])
            setError(undefined)
            check.reset()
          }}
        />
      </FieldFrame>
      <div role="status">{check.isPending && t('assignment.checking')}</div>
      {check.data && <Preview preview={check.data} />}
      <div className="actions">
        <button type="submit" className="button primary" aria-disabled={isBusy}>
          {usable ? t('assignment.create-compute') : t('assignment.check')}
        </button>
        {usable && (
          <button
            type="button"
            className="button"
            aria-disabled={isBusy}
            onClick={step(() => check.mutate())}
          >
            {t('assignment.check')}
          </button>
        )}
        <TemplateButton kind={settings.kind} />
        <button type="button" className="button plain" onClick={onClose}>
          {t('common.cancel')}
        </button>
      </div>
    </form>
  )
}

function TemplateButton({ kind }: { readonly kind: WayIn['settings']['kind'] }) {
  const { t } = useText()
  const messageOf = useMessageOf()
  const save = async () => {
    try {
      saveFile(
        await staffApi.assignmentTemplate(kind),
        `${t('assignment.title')}-${t(`assignment.kind.${kind}`)}.xlsx`,
      )
    } catch (cause) {
      notify({ text: messageOf(cause), tone: 'bad' })
    }
  }
  return (
    <button type="button" className="button" onClick={() => void save()}>
      {t('assignment.template')}
    </button>
  )
}
