export { addMonths, formatDay, parseDay } from './day.js'
export type { Diagnostic, Position } from './diagnostic.js'
export { type Place, type PlaceIndex, shippedPlaces } from './places.js'
export {
  checkCharacter,
  isSocialCreditCode,
  isSocialCreditCodeIn,
  parseSocialCreditCode,
  type SocialCreditCode,
} from './social-credit-code.js'
export { suggest } from './suggest.js'
export { inLang, Lang, Text } from './text.js'
export { findUnit, scaleOf, unitNames } from './unit.js'
export { addWorkdays, isArranged, isWorkday } from './workday.js'
