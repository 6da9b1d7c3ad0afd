import { compareLists, type Difference, type ListedEntry } from '@kehui/domain/insights/leads'
import { whyText } from '@kehui/domain/packs/leads'
import type { Lang } from '@kehui/domain/shared'
import type { AppContext } from '../context.js'
import { HttpError } from '../http/error.js'
import { regionOf } from '../registry/store-region.js'
import type { LeadComparison } from './schema.js'
import { leadEntries, type PlacedEntry, type StoredList } from './store.js'
import { listOr404, listView, wordsOf } from './view.js'

type Entry = ListedEntry & { readonly name: string; readonly creditCode: string | null }

/** Who came, who went and whose amount is another between two lists of one programme, and why. */
export async function compareLeads(
  context: AppContext,
  ids: { readonly before: string; readonly after: string },
  lang: Lang,
): Promise<LeadComparison> {
  const { pool, library } = context
  const region = await regionOf(pool)
  const [before, after] = [
    await listOr404(context, region, ids.before),
    await listOr404(context, region, ids.after),
  ]
  if (before.programme !== after.programme) throw new HttpError('leads.other-programme')
  const version = async (list: StoredList) => ({
    version: list.version,
    on: list.on,
    entries: (await leadEntries(pool, region, list.id)).items.map(entryOf),
  })
  const { came, went, changed, stayed } = compareLists<Entry>(await version(before), await version(after))
  const words = wordsOf(library, lang)
  const told = ({ before: from, after: to, why }: Difference<Entry>) => ({
    subject: (to ?? from)?.subject ?? '',
    name: (to ?? from)?.name ?? '',
    creditCode: (to ?? from)?.creditCode ?? null,
    before: from?.excluded === null ? from.amountFen : null,
    after: to?.excluded === null ? to.amountFen : null,
    why: why.map((one) => whyText(words, one)),
  })
  return {
    before: listView(before, lang),
    after: listView(after, lang),
    came: came.map(told),
    went: went.map(told),
    changed: changed.map(told),
    stayed,
  }
}

function entryOf({ subject, name, creditCode, reasons, leastFen, mostFen, facts }: PlacedEntry): Entry {
  return {
    subject,
    name,
    creditCode,
    excluded: reasons,
    amountFen: leastFen === null || mostFen === null ? null : { min: leastFen, max: mostFen },
    facts,
  }
}
