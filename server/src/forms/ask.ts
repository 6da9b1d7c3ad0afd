import { homePacks } from '@kehui/domain/packs/package'
import { type FormAsk, type SelfAssessment, selfAssessment } from '@kehui/domain/packs/self-assessment'
import { evaluate, type Subject } from '@kehui/domain/rules'
import { inLang, type Lang } from '@kehui/domain/shared'
import type { AppContext } from '../context.js'
import { HttpError } from '../http/error.js'
import { supposing } from '../registry/dated-facts.js'
import { type Known, situationOf } from '../registry/known.js'
import { readFacts } from '../registry/save-facts.js'
import { findSubject, packsOf, type StoredSubject } from '../registry/store.js'
import { regionOf } from '../registry/store-region.js'
import { columnsOf } from './columns.js'
import type { FormItem, FormList, FormWish } from './schema.js'

interface Found {
  readonly stored: StoredSubject
  readonly situation: Subject
  readonly known: Known
}

async function find({ pool, library }: AppContext, id: string): Promise<Found> {
  const region = await regionOf(pool)
  const stored = await findSubject(pool, region, id)
  if (!stored) throw new HttpError('subject.not-found', { id })
  return {
    stored,
    ...(await situationOf(pool, library, stored, (owner) => findSubject(pool, region, owner))),
  }
}

/** The forms that are for this kind of subject in its place and in the regions looked at, with where each stands today. */
export async function listForms(context: AppContext, id: string, lang: Lang): Promise<FormList> {
  const { library } = context
  const { stored, situation } = await find(context, id)
  const home = homePacks(library, stored.place).map((pack) => pack.id)
  const looked = new Set([...home, ...(await packsOf(context.pool, id))])
  const programmes = [...library.programmes.values()].filter(
    ({ form, audience, pack }) => form && audience === stored.audience && looked.has(pack),
  )
  const results = evaluate(library, situation, {
    on: context.today(),
    lang,
    programmes: programmes.map((p) => p.id),
    nearest: false,
  })
  const items = results.flatMap((result): FormItem[] => {
    const programme = library.programmes.get(result.programme)
    if (!programme?.form) return []
    const pack = library.packs.get(programme.pack)
    return [
      {
        programme: programme.id,
        title: inLang(programme.form.title, lang),
        programmeTitle: inLang(programme.title, lang),
        pack: programme.pack,
        packTitle: pack ? inLang(pack.title, lang) : programme.pack,
        verdict: result.verdict,
        points: result.points,
      },
    ]
  })
  return { subject: { id: stored.id, name: stored.name }, items }
}

export interface AskedForm {
  readonly ask: FormAsk
  readonly form: SelfAssessment
}

/** One form filled in from the register, as it is or as it would be; nothing is stored. */
export async function askForm(
  context: AppContext,
  id: string,
  programme: string,
  wish: FormWish & { readonly lang: Lang },
): Promise<AskedForm> {
  const { library } = context
  if (!library.programmes.has(programme)) throw new HttpError('programme.not-found', { id: programme })
  const { situation, known } = await find(context, id)
  const on = wish.on ?? context.today()
  const years = [...new Set(wish.years ?? [Number(on.slice(0, 4)) - 1])].sort((a, b) => a - b)
  const whatIf = (wish.whatIf ?? []).map(({ facts, ...rest }) => ({
    ...rest,
    facts: readFacts(library, { facts }).facts,
  }))
  const suppose = (facts: Subject['facts'], onYear: number): Subject => ({
    ...situation,
    facts: supposing(library, situation.facts, facts, onYear),
  })
  const columns = columnsOf({ on, years, whatIf }, situation, suppose, wish.lang)
  const ask: FormAsk = { programme, columns, sources: sourcesOf(known), lang: wish.lang }
  const form = selfAssessment(library, ask)
  if (!form) throw new HttpError('form.not-available', { id: programme })
  return { ask, form }
}

function sourcesOf({ observations }: Known): FormAsk['sources'] {
  const sources: Record<string, { source: string | null; observedAt: string | null }> = {}
  for (const { key, source, observedAt } of observations) sources[key] ??= { source, observedAt }
  return sources
}
