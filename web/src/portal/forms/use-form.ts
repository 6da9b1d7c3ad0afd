import '../../text/area/forms.js'
import type { FormColumn, SelfAssessment, WhatIfColumn } from '@kehui/server/client'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { notify } from '../../ui/notify.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { pointsText } from './points-text.js'

export interface FormState {
  readonly form: SelfAssessment
  readonly whatIf: readonly WhatIfColumn[]
  readonly addWhatIf: () => void
  readonly removeWhatIf: (at: number) => void
  /** Stores a figure of a year, or supposes it in a column of what would be. */
  readonly change: (column: FormColumn, key: string, text: string) => Promise<void>
}

interface Loaded {
  readonly state: FormState | null
  readonly error: Error | null
  readonly retry: () => void
}

/** As many as a page can show beside the years. */
export const MOST_WHAT_IF = 3

/** The form of the years that are shown and of what is being tried; every change is computed by the server at once. */
export function useForm(company: string, programme: string, years: readonly number[]): Loaded {
  const { t, lang } = useText()
  const queries = useQueryClient()
  const messageOf = useMessageOf()
  const [whatIf, setWhatIf] = useState<readonly WhatIfColumn[]>([])
  const keyOf = (columns: readonly WhatIfColumn[]) => ['form', company, programme, lang, years, columns]
  const load = (columns: readonly WhatIfColumn[]) =>
    api.form(company, programme, { lang, years: [...years], whatIf: [...columns] })
  const query = useQuery({
    queryKey: keyOf(whatIf),
    queryFn: () => load(whatIf),
    placeholderData: keepPreviousData,
  })

  const tell = (form: SelfAssessment, id: string, undo?: () => void) => {
    const column = form.columns.find((one) => one.id === id)
    if (!column) return
    const points = column.points ? t('forms.told.points', { points: pointsText(column.points) }) : ''
    notify({
      text: t('forms.told', { column: column.name, verdict: t(`verdict.${column.verdict}`), points }),
      tone: 'good',
      ...(undo ? { action: { label: t('answer.undo'), run: undo } } : {}),
    })
  }

  async function suppose(columns: readonly WhatIfColumn[], id: string): Promise<void> {
    const form = await queries.fetchQuery({ queryKey: keyOf(columns), queryFn: () => load(columns) })
    setWhatIf(columns)
    tell(form, id)
  }

  async function refresh(): Promise<SelfAssessment> {
    for (const part of ['facts', 'package', 'form', 'forms'])
      await queries.invalidateQueries({ queryKey: [part, company] })
    return queries.fetchQuery({ queryKey: keyOf(whatIf), queryFn: () => load(whatIf) })
  }

  const undo = (token: string) =>
    api
      .retractFacts(company, token)
      .then(refresh)
      .then(() => notify({ text: t('answer.undone'), tone: 'good' }))
      .catch((cause) => notify({ text: messageOf(cause), tone: 'bad' }))

  async function change(column: FormColumn, key: string, text: string): Promise<void> {
    if (column.whatIf) {
      const at = Number(column.id.replace('what-if-', '')) - 1
      const columns = whatIf.map((one, i) =>
        i === at ? { ...one, facts: { ...one.facts, [key]: text } } : one,
      )
      return suppose(columns, column.id)
    }
    const saved = await api.saveFacts(company, { facts: { [key]: text } })
    tell(await refresh(), column.id, () => undo(saved.undo))
  }

  const add = () => {
    const columns = [...whatIf, { name: t('forms.what-if.name', { n: whatIf.length + 1 }), facts: {} }]
    suppose(columns, `what-if-${columns.length}`).catch((cause) =>
      notify({ text: messageOf(cause), tone: 'bad' }),
    )
  }

  const form = query.data
  return {
    error: query.error,
    retry: () => query.refetch(),
    state: form
      ? {
          form,
          whatIf,
          addWhatIf: add,
          removeWhatIf: (at) => setWhatIf(whatIf.filter((_, i) => i !== at)),
          change,
        }
      : null,
  }
}
