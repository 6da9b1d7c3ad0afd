import { ApiError, type SandboxAnswer, type SandboxAsk } from '@kehui/server/client'
import { useEffect, useRef, useState } from 'react'
import { useText } from '../../text/use-text.js'
import { staffApi } from '../../ui/staff-api.js'

export interface Trial {
  /** The latest answer, and the text that it is of. */
  readonly answer: SandboxAnswer | null
  readonly text: string
  /** The last answer that had a result: what is shown while a text does not load. */
  readonly shown: SandboxAnswer | null
  readonly working: boolean
  readonly error: unknown
  /** Milliseconds from the change to the page that shows it. */
  readonly pageMillis: number
}

const NOTHING: Trial = { answer: null, text: '', shown: null, working: true, error: null, pageMillis: 0 }

/**
 * What a text comes to, again with every change. One question is on its way at a time, and the next is of the text as
 * it is then: while a number is dragged none is answered twice, and no late answer overtakes a newer one.
 */
export function useTrial({ programme, pack, text, against }: SandboxAsk): Trial {
  const { lang } = useText()
  const [trial, setTrial] = useState(NOTHING)
  const state = useRef({
    key: 0,
    asked: 0,
    busy: false,
    there: true,
    question: { programme, pack, text, against },
  })
  const [pump] = useState(() => async (language: 'zh' | 'en') => {
    const { current } = state
    while (current.there && !current.busy && current.asked !== current.key) {
      current.busy = true
      current.asked = current.key
      const { question } = current
      const began = performance.now()
      try {
        const answer = await staffApi.tryText(question, { lang: language })
        if (current.there) setTrial((before) => answered(before, answer, question.text))
        await frame()
        const pageMillis = Math.round(performance.now() - began)
        if (current.there) setTrial((before) => ({ ...before, pageMillis }))
      } catch (error) {
        // The same person asks from another page as well: this one asks again.
        if (error instanceof ApiError && error.code === 'sandbox.newer') current.asked = -1
        else if (current.there) setTrial((before) => ({ ...before, working: false, error }))
      } finally {
        current.busy = false
      }
    }
  })
  useEffect(() => {
    const { current } = state
    current.there = true
    current.question = { programme, pack, text, against }
    current.key += 1
    setTrial((before) => (before.working ? before : { ...before, working: true }))
    void pump(lang)
  }, [programme, pack, text, against, lang, pump])
  useEffect(() => {
    const { current } = state
    return () => {
      current.there = false
    }
  }, [])
  return trial
}

function answered(before: Trial, answer: SandboxAnswer, text: string): Trial {
  return {
    answer,
    text,
    shown: answer.result ? answer : before.shown,
    working: false,
    error: null,
    pageMillis: before.pageMillis,
  }
}

function frame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve))
}
