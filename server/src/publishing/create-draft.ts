import { textHash, withProgramme } from '@kehui/domain/packs/publishing'
import type { Library } from '@kehui/domain/rules'
import type { Text } from '@kehui/domain/shared'
import type { AppContext } from '../context.js'
import { inTransaction } from '../database/pool.js'
import type { Named } from '../http/auth.js'
import { HttpError } from '../http/error.js'
import { regionOf } from '../registry/store-region.js'
import { type Ground, groundOf, libraryFor, programmeAt, textAt } from './ground.js'
import type { CreateDraft } from './schema.js'
import { insertDraft, insertEvent } from './store-drafts.js'
import { keepTexts } from './store-snapshots.js'

/** Begins a draft from the text in force, or from a text that somebody brings; says which it is. */
export async function createDraft(context: AppContext, given: CreateDraft, actor: Named): Promise<string> {
  return inTransaction(context.pool, async (db) => {
    const region = await regionOf(db)
    const ground = await groundOf(context, db)
    const { text, programme, pack, path } =
      'programme' in given ? fromForce(context, ground, given.programme) : fromText(context, ground, given)
    const base = textAt(ground, path)
    const hash = textHash(text)
    await keepTexts(db, [{ hash, text }, ...(base && base.hash !== hash ? [base] : [])])
    const at = context.now()
    const library = libraryFor(context, ground, path)
    const id = await insertDraft(db, region, {
      programme,
      pack,
      path,
      hash,
      at,
      title: titleOf(library, pack, { path, text }) ?? { zh: programme },
      baseVersion: base && (programmeAt(context.library, path)?.version ?? null),
      baseHash: base?.hash ?? null,
      createdBy: actor.name,
    })
    const event = { action: 'create', hash, by: actor.name, role: actor.role, note: null, at } as const
    // Whoever takes the text in force as it is has written none of it, but stands for the draft all the same.
    await insertEvent(db, region, id, { ...event, detail: { isNew: base === null } })
    return id
  })
}

/** The title that a text gives; null where it does not load. */
export function titleOf(
  library: Library,
  pack: string,
  source: { readonly path: string; readonly text: string },
): Text | null {
  const found = withProgramme(library, pack, source)
  return found.ok ? found.programme.title : null
}

interface Beginning {
  readonly text: string
  readonly programme: string
  readonly pack: string
  readonly path: string
}

function fromForce({ library }: AppContext, ground: Ground, id: string): Beginning {
  const programme = library.programmes.get(id)
  if (!programme) throw new HttpError('programme.not-found', { id, hint: '' })
  const path = programme.at.file
  const text = textAt(ground, path)?.text
  if (text === undefined) throw new Error(`${path} is in force and has no text`)
  return { text, programme: id, pack: programme.pack, path }
}

function fromText(
  { library }: AppContext,
  ground: Ground,
  { pack, text }: { pack: string; text: string },
): Beginning {
  if (!library.packs.has(pack)) throw new HttpError('pack.not-found', { packs: [pack] })
  const id = idIn(text)
  const known = library.programmes.get(id)
  if (known && known.pack !== pack) throw new HttpError('draft.pack', { id, pack: known.pack })
  if (known) return { text, programme: id, pack, path: known.at.file }
  const path = `${rootOf(library, ground, pack)}programmes/${id.slice(id.indexOf('.') + 1).replaceAll('.', '-')}.yaml`
  if (textAt(ground, path)) throw new HttpError('draft.path-taken', { path })
  return { text, programme: id, pack, path }
}

/** The id even of a text that does not load yet: it names the draft. */
function idIn(text: string): string {
  const [, id = ''] = /^id:[ \t]*["']?([^\s"'#]*)/m.exec(text) ?? []
  if (/^[a-z][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)+$/.test(id)) return id
  throw new HttpError('draft.id', { problem: id === '' ? '—' : `“${id}”` })
}

/** The folder of a pack, as its programmes or its own file name it. */
function rootOf(library: Library, { files }: Ground, pack: string): string {
  const programme = [...library.programmes.values()].find((one) => one.pack === pack)
  if (programme) return programme.at.file.replace(/programmes\/.*$/, '')
  const own = files.find(
    ({ path, text }) => path.endsWith('pack.yaml') && new RegExp(`^id:\\s*${pack}\\s*$`, 'm').test(text),
  )
  return own ? own.path.replace(/pack\.yaml$/, '') : `${pack}/`
}
