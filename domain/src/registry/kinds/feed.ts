/**
 * What a resource says of one of its parties when programmes are evaluated. It stands in the file of its kind; packs
 * that have no such record or fact leave it out.
 */
export type Feed = { readonly party: string } & (RecordFeed | TitleFeed | CountFeed | ReceivedFeed)

/** One record of a kind that packs declare: a contract, a loan. */
export interface RecordFeed {
  readonly as: 'record'
  readonly record: string
  /** By field of the record: the field of the resource, with what its codes are called there. */
  readonly cells: Readonly<Record<string, string | CodedCell>>
}

export interface CodedCell {
  readonly field: string
  readonly codes: Readonly<Record<string, string>>
}

/** A fact of the name that a field holds: yes from a day until another, and no from then on. */
export interface TitleFeed {
  readonly as: 'title'
  readonly name: string
  readonly from: string
  readonly until: string
  readonly revoked: string
  /** What titles are called beside the names of facts. */
  readonly names: Readonly<Record<string, string>>
}

/** How many there are at least, of each fact where the fields have one of some codes. */
export interface CountFeed {
  readonly as: 'count'
  readonly facts: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
}

/** The programme whose award was received. */
export interface ReceivedFeed {
  readonly as: 'received'
  readonly programme: string
}

/** Every field that a feed looks at; a name that the kind has not is a mistake of its file. */
export function fieldsOfFeed(feed: Feed): readonly string[] {
  switch (feed.as) {
    case 'record':
      return [
        feed.party,
        ...Object.values(feed.cells).map((cell) => (typeof cell === 'string' ? cell : cell.field)),
      ]
    case 'title':
      return [feed.party, feed.name, feed.from, feed.until, feed.revoked]
    case 'count':
      return [feed.party, ...Object.values(feed.facts).flatMap((where) => Object.keys(where))]
    case 'received':
      return [feed.party, feed.programme]
  }
}

/** Names of parties are compared so: brackets of both widths are one. */
export function partyKey(text: string): string {
  return text.trim().replaceAll('（', '(').replaceAll('）', ')')
}

/** Levels as packs call them. */
export const LEVELS_OF_PACKS = {
  national: '国家级',
  provincial: '省级',
  municipal: '市级',
  district: '区县级',
}
