import type { Package } from '@kehui/server/client'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { useFactLabels } from '../../ui/fact-labels.js'
import { keepFocus } from '../../ui/keep-focus.js'
import { notify } from '../../ui/notify.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import type { Answers, PackageState } from './package-context.js'

interface Loaded {
  readonly state: PackageState | null
  readonly error: Error | null
  readonly retry: () => void
}

export function usePackageState(company: string): Loaded {
  const { t, lang } = useText()
  const queries = useQueryClient()
  const messageOf = useMessageOf()
  const labels = useFactLabels()
  const [trying, setTrying] = useState<Answers | null>(null)
  const [readings, setReadings] = useState<Answers>({})
  const changed = trying !== null && Object.keys(trying).length > 0
  const load = (facts: Answers | null) =>
    facts !== null && Object.keys(facts).length > 0
      ? api.tryPackage(company, { lang, facts, readings })
      : api.package(company, { lang, readings })
  const keyOf = (facts: Answers | null) => ['package', company, lang, readings, facts]
  const query = useQuery({
    queryKey: keyOf(changed ? trying : null),
    queryFn: () => load(changed ? trying : null),
    placeholderData: keepPreviousData,
  })

  const announce = (pkg: Package, undo?: () => void) =>
    notify({
      text: t('answer.saved', {
        can: pkg.can.length,
        later: pkg.later.length,
        needs: pkg.needs.length,
        not: pkg.not.length,
      }),
      tone: 'good',
      ...(undo ? { action: { label: t('answer.undo'), run: undo } } : {}),
    })

  async function recompute(): Promise<Package> {
    await queries.invalidateQueries({ queryKey: ['facts', company] })
    await queries.invalidateQueries({ queryKey: ['package', company] })
    return queries.fetchQuery({ queryKey: keyOf(null), queryFn: () => load(null) })
  }

  async function undo(token: string): Promise<void> {
    try {
      await api.retractFacts(company, token)
      await recompute()
      notify({ text: t('answer.undone'), tone: 'good' })
    } catch (cause) {
      notify({ text: t('answer.failed', { message: messageOf(cause) }), tone: 'bad' })
    }
  }

  async function tryAll(facts: Answers): Promise<void> {
    const next = { ...trying, ...facts }
    const pkg = await queries.fetchQuery({ queryKey: keyOf(next), queryFn: () => load(next) })
    setTrying(next)
    announce(pkg)
    keepFocus('entry-title')
  }

  async function answer(key: string, text: string): Promise<void> {
    if (trying !== null) return tryAll({ [key]: text })
    const saved = await api.saveFacts(company, { facts: { [key]: text } })
    announce(await recompute(), () => undo(saved.undo))
    keepFocus('entry-title')
  }

  const pkg = query.data
  return {
    error: query.error,
    retry: () => query.refetch(),
    state:
      pkg === undefined
        ? null
        : {
            pkg,
            trying,
            readings,
            answer,
            labelOf: labels.labelOf,
            askable: labels.askable.filter((fact) => fact.of.includes(pkg.subject.audience)),
            questionOf: (key) =>
              pkg.questions.find((question) => question.key === key) ?? labels.questionOf(key),
            tryFacts: (facts) => {
              tryAll(facts).catch((cause) => notify({ text: messageOf(cause), tone: 'bad' }))
            },
            startTrying: () => setTrying({}),
            stopTrying: (key) =>
              setTrying(key === undefined || trying === null ? null : without(trying, key)),
            chooseReading: (programme, option) => setReadings({ ...readings, [programme]: option }),
          },
  }
}

function without(answers: Answers, key: string): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([name]) => name !== key))
}
