import { FEATURES, type Feature } from '@kehui/domain/matching'
import Type, { type Static } from 'typebox'

const Nullable = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()])
const text = Type.String()

const FeatureName = Type.Unsafe<Feature>(Type.Union(FEATURES.map((feature) => Type.Literal(feature))))

const Part = Type.Object({
  feature: FeatureName,
  label: text,
  value: Nullable(Type.Number({ description: '0 to 1; null where not known' })),
  adds: Type.Number({ description: 'What it added to the log-odds' }),
  said: text,
})

const Judged = {
  score: Type.Number({ description: '0 to 1: the logistic of all that its parts add' }),
  words: Type.Array(Type.Object({ word: text, share: Type.Number() }), {
    description: 'The words that brought it up, and the share of each',
  }),
  similarity: Nullable(
    Type.Number({
      description:
        'Of the meaning of both, −1 to 1; null where embeddings are off or the two are not close in it',
    }),
  ),
  parts: Type.Array(Part),
  better: Type.Array(
    Type.Object({
      feature: FeatureName,
      of: Type.Union([Type.Literal('seeker'), Type.Literal('provider')]),
      text,
    }),
    { description: 'What would tell more, and who could say it' },
  ),
}

export const OfferMatch = Type.Object({
  resource: Type.Object({
    id: text,
    kind: text,
    kindLabel: text,
    name: text,
    place: Nullable(text),
    sample: Type.Boolean(),
  }),
  ...Judged,
  /** How an introduction of the two stands; null where there is none. */
  introduction: Nullable(Type.Object({ id: text, state: text })),
  /** Whether the provider takes one more introduction. */
  hasRoom: Type.Boolean(),
})
export type OfferMatch = Static<typeof OfferMatch>

export const OfferMatches = Type.Object({
  items: Type.Array(OfferMatch),
  /** How many of each kind there are among those that were looked at. */
  kinds: Type.Array(Type.Object({ kind: text, label: text, count: Type.Integer() })),
  weights: Type.Object({ title: text, dated: text }),
})
export type OfferMatches = Static<typeof OfferMatches>

export const NeedMatch = Type.Object({
  need: Type.Object({ id: text, title: text, field: Nullable(text), place: Nullable(text) }),
  ...Judged,
})
export type NeedMatch = Static<typeof NeedMatch>

export const NeedMatches = Type.Object({ items: Type.Array(NeedMatch) })
export type NeedMatches = Static<typeof NeedMatches>

export const MatchingState = Type.Object({
  documents: Type.Integer(),
  upTo: text,
  from: Type.Union([Type.Literal('database'), Type.Literal('snapshot')]),
  meaning: Nullable(
    Type.Object({
      state: Type.Union([Type.Literal('starting'), Type.Literal('ready'), Type.Literal('failing')]),
      model: text,
      documents: Type.Integer({ description: 'Documents that can be found by meaning' }),
      waiting: Type.Integer({ description: 'Documents that have not been read yet' }),
      problem: Nullable(text),
    }),
  ),
})
export type MatchingState = Static<typeof MatchingState>
