import { FILE_STATES, type FileState } from '@kehui/domain/ingest/batch'
import Type, { type Static } from 'typebox'
import { LIMITS } from '../limits.js'

const Nullable = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()])
const text = Type.String()
const whole = Type.Integer({ minimum: 0 })

/** What is to be handed in: what is too large is refused before it is sent. */
export const NewBatch = Type.Object({
  files: Type.Array(
    Type.Object({
      name: Type.String({ minLength: 1, maxLength: 1000 }),
      bytes: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
    }),
    { minItems: 1, maxItems: LIMITS.files },
  ),
})
export type NewBatch = Static<typeof NewBatch>

export const BatchFile = Type.Object({
  n: whole,
  fileName: text,
  bytes: whole,
  state: Type.Unsafe<FileState>(Type.Union(FILE_STATES.map((state) => Type.Literal(state)))),
  progress: Nullable(
    Type.Object({
      share: Type.Number({ description: 'From 0 to 1' }),
      pages: Nullable(Type.Object({ read: whole, of: whole })),
      articles: whole,
      facts: whole,
    }),
  ),
  refusal: Nullable(Type.Object({ code: text, message: text, next: text })),
  /** Its report; of a duplicate the one that was read before. */
  report: Nullable(text),
  articles: whole,
  facts: whole,
  canCancel: Type.Boolean(),
  canTryAgain: Type.Boolean({
    description: 'The file is still here: it can be read again without being sent',
  }),
})
export type BatchFile = Static<typeof BatchFile>

export const Batch = Type.Object({
  id: text,
  byName: text,
  createdAt: text,
  files: Type.Array(BatchFile),
})
export type Batch = Static<typeof Batch>
