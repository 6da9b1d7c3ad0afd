import { inLang, type Lang } from '@kehui/domain/shared'
import type { AppContext } from '../context.js'
import { HttpError } from '../http/error.js'
import { groundOf, textAt } from '../publishing/ground.js'
import { listDrafts } from '../publishing/store-drafts.js'
import { regionOf } from '../registry/store-region.js'
import type { SandboxStart } from './schema.js'

/** What the page begins with: the text in force, and drafts of the same programme, which may be of a new one. */
export async function startOf(context: AppContext, id: string, lang: Lang): Promise<SandboxStart> {
  const { library, pool } = context
  const programme = library.programmes.get(id)
  const drafts = (await listDrafts(pool, await regionOf(pool))).filter((draft) => draft.programme === id)
  const of = programme ?? drafts[0]
  if (!of) throw new HttpError('programme.not-found', { id, hint: '' })
  const pack = library.packs.get(of.pack)
  const path = programme?.at.file
  return {
    programme: id,
    title: inLang(of.title, lang),
    pack: of.pack,
    packTitle: pack ? inLang(pack.title, lang) : of.pack,
    text: path === undefined ? null : (textAt(await groundOf(context, pool), path)?.text ?? null),
    drafts: drafts.map(({ id: draft, title, state, createdBy, updatedAt }) => ({
      id: draft,
      title: inLang(title, lang),
      state,
      createdBy,
      updatedAt: updatedAt.toISOString(),
    })),
  }
}
