import { callKey, fingerprintOf } from '@kehui/domain/packs/catalogue'
import { CallStatus, callsOn } from '@kehui/domain/packs/package'
import type { Library } from '@kehui/domain/rules'
import Type, { type Static } from 'typebox'

/** How all programmes stand on a day: what a browser keeps to tell its reader what is new when it comes again. */
export const LibraryStanding = Type.Object({
  on: Type.String(),
  programmes: Type.Array(
    Type.Object({
      id: Type.String(),
      print: Type.String({ description: 'Another one where the programme says something else' }),
      calls: Type.Array(Type.Object({ key: Type.String(), status: CallStatus })),
    }),
  ),
})
export type LibraryStanding = Static<typeof LibraryStanding>

export function libraryStanding(library: Library, on: number, day: string): LibraryStanding {
  return {
    on: day,
    programmes: [...library.programmes.values()].map((programme) => ({
      id: programme.id,
      print: fingerprintOf(programme),
      calls: programme.calls.map((call) => ({
        key: callKey(call),
        status: callsOn({ ...programme, calls: [call] }, on, 'zh')[0]?.status ?? 'unknown',
      })),
    })),
  }
}
