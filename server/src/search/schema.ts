import { KINDS } from '@kehui/domain/registry/kinds'
import Type, { type Static } from 'typebox'

const text = Type.String()
const Nullable = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()])

export const SearchQuery = Type.Object({
  q: Type.Optional(
    Type.String({
      maxLength: 200,
      description:
        'Parts of the name, pinyin, initials of pinyin, or the beginning of an official identifier',
    }),
  ),
  kind: Type.Optional(Type.Unsafe<string>(Type.Union(KINDS.map(({ id }) => Type.Literal(id))))),
  place: Type.Optional(
    Type.String({ pattern: '^[0-9]{2}([0-9]{2}){0,2}$', description: 'Code of a place, with all within it' }),
  ),
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
})
export type SearchQuery = Static<typeof SearchQuery>

export const FoundItem = Type.Object({
  id: text,
  kind: text,
  kindName: text,
  name: text,
  place: Nullable(text),
  code: Nullable(text),
  /** Whether it has a page for programmes: companies, institutions and others whom programmes can be for. */
  hasPackage: Type.Boolean(),
  sample: Type.Boolean(),
})
export type FoundItem = Static<typeof FoundItem>

const Option = Type.Object({ id: text, name: text, count: Type.Integer() })

export const Found = Type.Object({
  items: Type.Array(FoundItem),
  total: Type.Integer({ description: 'Hits that were collected' }),
  more: Type.Boolean({ description: 'There are more hits than were collected; narrow the search' }),
  kinds: Type.Array(Option),
  places: Type.Array(Option),
  pageSize: Type.Integer(),
})
export type Found = Static<typeof Found>

export const SaveSearch = Type.Object({
  title: Type.String({ minLength: 1, maxLength: 60 }),
  query: Type.Omit(SearchQuery, ['page']),
})
export type SaveSearch = Static<typeof SaveSearch>

export const SavedSearch = Type.Object({
  id: text,
  title: text,
  query: Type.Omit(SearchQuery, ['page']),
  createdAt: text,
})
export type SavedSearch = Static<typeof SavedSearch>
