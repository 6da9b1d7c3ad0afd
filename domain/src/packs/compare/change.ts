import { type Static, Type } from 'typebox'
import { Text } from '../../shared/text.js'
import { Area, Part } from './part.js'

const Nullable = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()])

export const CHANGE_KINDS = ['added', 'removed', 'changed', 'moved'] as const
export const ChangeKind = Type.Unsafe<(typeof CHANGE_KINDS)[number]>(
  Type.Union(CHANGE_KINDS.map((kind) => Type.Literal(kind))),
)

/** One thing that two versions of a programme say differently. */
export const Change = Type.Object({
  part: Part,
  area: Area,
  kind: ChangeKind,
  /** What it is about, in the words of the field: `条件 研发强度不低于 3%`. */
  what: Text,
  before: Nullable(Text),
  after: Nullable(Text),
  /** Where one number is all that differs: `500 人` and `300 人`. */
  parameter: Nullable(Type.Object({ before: Type.String(), after: Type.String() })),
  /** The clause that the newer text cites for it. */
  clause: Nullable(Type.String()),
})
export type Change = Static<typeof Change>
