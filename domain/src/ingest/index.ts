export type { Article } from './articles/articles.js'
export type { Measure } from './articles/measures.js'
export type { Region } from './articles/region.js'
export type { Comparison, Fact } from './facts/fact.js'
export {
  type BulletinReader,
  type ReadBulletin,
  readBulletin,
  readBulletinText,
} from './facts/read-bulletin.js'
export type { Kind } from './quantities/quantity.js'
