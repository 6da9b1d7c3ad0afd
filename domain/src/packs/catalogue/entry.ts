import type { Library, PackInfo, Programme } from '../../rules/programme.js'
import type { Verified } from '../../rules/result.js'
import { formatDay } from '../../shared/day.js'
import type { Lang } from '../../shared/text.js'
import { callsOn, mainCall } from '../package/call-view.js'
import type { Call, CallStatus } from '../package/schema.js'
import { industriesOf } from './industries.js'

/** A programme with what it is filtered and sorted by on a day. */
export interface CatalogueEntry {
  readonly programme: Programme
  readonly pack: PackInfo
  /** The call that matters on that day. */
  readonly call: Call | null
  readonly status: CallStatus
  /** The bodies that issued its document. */
  readonly issuers: readonly string[]
  /** Null where it is for all. */
  readonly industries: readonly string[] | null
  readonly verified: Verified
}

/** All programmes of a library as they stand on a day (days since 1970-01-01). */
export function catalogueOn(library: Library, on: number, lang: Lang): CatalogueEntry[] {
  return [...library.programmes.values()].map((programme) => {
    const pack = library.packs.get(programme.pack)
    if (!pack) throw new Error(`“${programme.id}” is of no pack`)
    const call = mainCall(callsOn(programme, on, lang))
    return {
      programme,
      pack,
      call,
      status: call?.status ?? 'unknown',
      issuers: issuersOf(programme),
      industries: industriesOf(library, programme, formatDay(on)),
      verified: programme.source.verified,
    }
  })
}

/** `科技部、财政部` is two bodies. */
export function issuersOf({ source }: Programme): string[] {
  return (source.issuer ?? '')
    .split(/[、，,；;]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}
