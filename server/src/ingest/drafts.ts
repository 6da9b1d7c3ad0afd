import {
  type Draft,
  draftFile,
  openName,
  policiesAt,
  readDraft,
  type Span,
  titleOf,
} from '@kehui/domain/ingest/drafts'
import { inLang, type Lang } from '@kehui/domain/shared'
import type { AppContext } from '../context.js'
import { HttpError } from '../http/error.js'
import { listDrafts } from '../publishing/store-drafts.js'
import { packOf } from '../registry/store-region.js'
import type { DraftFile, SourcedDraft } from './schema.js'
import { factsBetween, reportText, type StoredReport } from './store.js'
import { partOf } from './view.js'

type Context = Pick<AppContext, 'pool' | 'library'>

/** Programmes begun from the policy sentences of one article; figures that a person rejected are left out. */
export async function draftsIn(
  { pool, library }: Context,
  region: number,
  report: StoredReport,
  article: number,
): Promise<DraftFile[]> {
  const part = partOf(report, article)
  const text = await reportText(pool, region, report.id, part.start, part.end)
  const kept = (await factsBetween(pool, region, report.id, part)).filter(({ state }) => state !== 'rejected')
  const pack = await packOf(pool, region)
  const chain = library.packs.get(pack)?.chain ?? [pack]
  const facts = [...library.facts.values()].filter((fact) => chain.includes(fact.pack))
  const policies = policiesAt(
    text,
    kept.map(({ fact }) => fact),
    part.start,
  )
  const title = report.articles[article]?.title ?? report.fileName
  return policies.map((policy) => {
    const draft = readDraft(policy, facts)
    const programme = `${pack}.draft-${report.id.slice(0, 8)}-${policy.sentence.start}`
    return {
      title,
      programme,
      name: titleOf(policy),
      sentence: policy.sentence,
      file: draftFile(draft, { title, file: report.fileName }, programme),
      parameters: parametersOf(draft),
      unread: draft.unread.map(({ why, ...span }) => ({ ...plainSpan(span), why })),
    }
  })
}

/** What stands in the file, each with the words that it was read from. */
function parametersOf({ policy, audience, needs, pay, cap }: Draft): DraftFile['parameters'] {
  const { beneficiary } = policy
  const open = needs.filter(({ condition }) => condition === null)
  return [
    ...(beneficiary ? [{ what: 'audience' as const, value: audience, ...plainSpan(beneficiary) }] : []),
    ...needs.map((need) => ({
      what: 'condition' as const,
      value: need.condition ?? openName(open.indexOf(need)),
      ...plainSpan(need),
    })),
    ...(pay && pay.from !== cap ? [{ what: 'amount' as const, value: pay.of, ...plainSpan(pay.from) }] : []),
    ...(cap ? [{ what: 'cap' as const, value: cap.value, ...plainSpan(cap) }] : []),
  ]
}

/** Line ends of the file are none of the sentence. */
const plainSpan = ({ start, end, text }: Span) => ({ start, end, text: text.replaceAll(/\s/g, '') })

/** One of them, as the sandbox opens it; `start` is where its sentence begins. */
export async function sourcedDraft(
  context: Context,
  region: number,
  report: StoredReport,
  { start, lang }: { readonly start: number; readonly lang: Lang },
): Promise<SourcedDraft> {
  const article = Math.max(
    0,
    report.articles.findIndex((one) => one.start <= start && start < one.end),
  )
  const drafts = await draftsIn(context, region, report, article)
  const draft = drafts.find(({ sentence }) => sentence.start === start)
  if (!draft) throw new HttpError('ingest.draft-not-found')
  const { pool, library } = context
  const pack = await packOf(pool, region)
  const title = library.packs.get(pack)?.title
  const saved = (await listDrafts(pool, region)).filter(({ programme }) => programme === draft.programme)
  return {
    ...draft,
    report: report.id,
    fileName: report.fileName,
    article,
    pack,
    packTitle: title ? inLang(title, lang) : pack,
    saved: saved.map(({ id, title: named, state, createdBy, updatedAt }) => ({
      id,
      title: inLang(named, lang),
      state,
      createdBy,
      updatedAt: updatedAt.toISOString(),
    })),
  }
}
