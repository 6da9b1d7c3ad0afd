import { moneyWords } from '@kehui/domain/packs/cultivation'
import type { Entry, Package } from '@kehui/domain/packs/package'
import { completenessOf, laddersFor } from '@kehui/domain/packs/portrait'
import type { Lang } from '@kehui/domain/shared'
import type { AppContext } from '../context.js'
import { HttpError } from '../http/error.js'
import { askPackage } from '../packages/ask.js'
import { situationOf } from '../registry/known.js'
import { relationItems } from '../registry/relations/relate.js'
import { findSubject } from '../registry/store.js'
import { regionOf } from '../registry/store-region.js'
import { factsOf } from './facts.js'
import type { Portrait, PortraitProgramme } from './schema.js'

/** All that is known of one company today, and what that comes to. */
export async function portraitOf(context: AppContext, id: string, lang: Lang): Promise<Portrait> {
  const { pool, library } = context
  const region = await regionOf(pool)
  const stored = await findSubject(pool, region, id)
  if (!stored) throw new HttpError('subject.not-found', { id })
  const on = context.today()
  const pkg = await askPackage(context, id, { lang, on })
  const found = await situationOf(pool, library, stored, (owner) => findSubject(pool, region, owner))
  const { certain, possible } = pkg.totals.cash
  return {
    subject: pkg.subject,
    on,
    counts: {
      can: pkg.can.length,
      later: pkg.later.length,
      needs: pkg.needs.length,
      not: pkg.not.length,
    },
    certain: rangeWords(certain, lang),
    possible: moneyWords(possible.max, lang),
    completeness: completenessOf(pkg),
    ladders: laddersFor(library, found.situation, pkg),
    ...factsOf(library, found.known, { lang, on }),
    relations: await relationItems(pool, region, id, lang),
    programmes: [...pkg.can, ...pkg.later].filter(isKept).map((entry) => programmeOf(entry, lang)),
  }
}

/** What another programme stands in place of is not counted twice. */
function isKept({ settled }: Package['can'][number]): boolean {
  return settled?.kept !== false
}

function programmeOf(entry: Entry, lang: Lang): PortraitProgramme {
  const { programme, title, packTitle, version, verdict, benefit, amountFen, settled, call } = entry
  const money = settled ? settled.amountFen : amountFen
  return {
    programme,
    title,
    packTitle,
    version,
    verdict,
    benefit,
    amount: money && money.max !== '0' ? rangeWords(money, lang) : null,
    deadline: call?.status === 'open' ? call.to : null,
  }
}

function rangeWords({ min, max }: { readonly min: string; readonly max: string }, lang: Lang): string {
  return min === max ? moneyWords(max, lang) : `${moneyWords(min, lang)} – ${moneyWords(max, lang)}`
}
