import { type LayoutColumn, rowCells } from '@kehui/domain/registry/facts'
import { isSameCell } from '@kehui/domain/registry/fields'
import type { ReadRow } from '@kehui/domain/registry/imports'
import type { Kind } from '@kehui/domain/registry/kinds'
import type { Db } from '../../../database/pool.js'
import {
  allKeys,
  allKnown,
  countKnown,
  type KnownSubject,
  knownByCode,
  knownByKey,
  knownByName,
  type SaidBefore,
  saidBefore,
} from '../store-known.js'
import { RowIndex } from './row-index.js'

/** So many are held in memory; of more, those are asked for that a batch of rows names. */
const HELD = 100_000

export type Match =
  | { readonly subject: string }
  | { readonly problem: { readonly zh: string; readonly en: string } }
  | null

export interface KnownScope {
  readonly region: number
  readonly kind: Kind
  readonly sourceId: number
}

/** What the registry has already, as far as the rows of an import could be it. */
export class KnownSubjects {
  readonly #db: Db
  readonly #scope: KnownScope
  readonly count: number
  readonly #held: boolean
  #byCode = new Map<string, KnownSubject>()
  #byName = new Map<string, KnownSubject[]>()
  #byKey = new Map<string, string>()
  /** Where everything was read before: what this source said last of each. */
  #said: ReadonlyMap<string, SaidBefore> | null = null

  private constructor(db: Db, scope: KnownScope, count: number) {
    this.#db = db
    this.#scope = scope
    this.count = count
    this.#held = count <= HELD
  }

  static async open(db: Db, scope: KnownScope): Promise<KnownSubjects> {
    const known = new KnownSubjects(db, scope, await countKnown(db, scope.region, scope.kind))
    if (known.#held && known.count > 0) known.#fill(await allKnown(db, scope.region, scope.kind))
    return known
  }

  /** Whether all of it fits in memory, so that nobody need be asked while rows are entered. */
  get canHold(): boolean {
    return this.#held
  }

  /** Reads all there is now: while indexes are made anew, nobody else can read. */
  async hold(): Promise<void> {
    const { region, kind, sourceId } = this.#scope
    if (this.count === 0) return
    this.#byKey = await allKeys(this.#db, region, { sourceId, target: kind.id })
    const known = [...this.#byCode.values(), ...[...this.#byName.values()].flat()]
    this.#said = await this.said([...known.map(({ id }) => id), ...this.#byKey.values()])
  }

  /** Names and codes of all that were read; null where there are none. */
  index(): RowIndex | null {
    if (this.count === 0) return null
    const index = new RowIndex()
    for (const text of [...this.#byCode.keys(), ...this.#byName.keys()]) index.enter(text, 1, 0)
    return index
  }

  /** Learns of what these rows name. */
  async learn(rows: readonly ReadRow[]): Promise<void> {
    const { region, kind, sourceId } = this.#scope
    if (this.count === 0 || this.#said !== null) return
    const keys = rows.flatMap(({ key }) => key ?? [])
    this.#byKey = await knownByKey(this.#db, region, { sourceId, target: kind.id, keys })
    if (this.#held) return
    this.#byCode = new Map()
    this.#byName = new Map()
    const codes = rows.flatMap(({ code }) => code ?? [])
    this.#fill(await knownByCode(this.#db, region, kind, codes))
    const names = kind.sameByName ? rows.flatMap(({ name }) => name ?? []) : []
    this.#fill(await knownByName(this.#db, region, kind, names))
  }

  #fill(found: readonly KnownSubject[]): void {
    for (const subject of found) {
      if (subject.code !== null) this.#byCode.set(subject.code, subject)
      if (subject.kind !== this.#scope.kind.id) continue
      const named = this.#byName.get(subject.name)
      if (named === undefined) this.#byName.set(subject.name, [subject])
      else if (!named.some(({ id }) => id === subject.id)) named.push(subject)
    }
  }

  /** By the key of the source, then the official identifier, then the name where that is enough. */
  match({ key, code, name }: ReadRow): Match {
    if (this.count === 0) return null
    const { kind } = this.#scope
    const keyed = key === null ? undefined : this.#byKey.get(key)
    if (keyed !== undefined) return { subject: keyed }
    const coded = code === null ? undefined : this.#byCode.get(code)
    if (coded && coded.kind !== kind.id)
      return {
        problem: {
          zh: `${code} 已登记为另一类资源：${coded.name}`,
          en: `${code} is registered as another kind of resource: ${coded.name}`,
        },
      }
    if (coded) return { subject: coded.id }
    if (!kind.sameByName || name === null) return null
    // Another identifier is another resource, whatever its name.
    const named = (this.#byName.get(name) ?? []).filter((s) => code === null || s.code === null)
    if (named.length > 1)
      return {
        problem: {
          zh: `有 ${named.length} 个资源名为“${name}”，无法确定是哪一个，请给出编号`,
          en: `${named.length} resources are called “${name}”; give the identifier of the one that is meant`,
        },
      }
    return named[0] ? { subject: named[0].id } : null
  }

  /** What this source said last of these subjects. */
  async said(subjects: readonly string[]): Promise<ReadonlyMap<string, SaidBefore>> {
    if (this.#said !== null) return this.#said
    const { sourceId, kind } = this.#scope
    const said = await saidBefore(this.#db, sourceId, kind.id, [...new Set(subjects)])
    return new Map(said.map((one) => [`${one.subject} ${one.year ?? ''}`, one]))
  }
}

/** Whether the source said all of this before. */
export function isSaidAgain(
  layout: readonly LayoutColumn[],
  { cells }: ReadRow,
  before: SaidBefore | undefined,
): boolean {
  if (before === undefined) return false
  const known = rowCells(before.layout, before.cells)
  return layout.every(({ key }, i) => {
    const cell = cells[i]
    return cell === null || cell === undefined || isSameCell(known.get(key), cell)
  })
}
