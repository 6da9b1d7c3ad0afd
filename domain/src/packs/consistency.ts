import type { Library } from '../rules/programme.js'
import { suggest } from '../shared/suggest.js'
import { findUnit } from '../shared/unit.js'
import type { ProgrammeFile } from './programme.js'
import type { Reader } from './reader.js'

/** Modes in which whoever meets the conditions is paid: nobody can be left out by a rank. */
const PROMISING: readonly string[] = ['普惠', '免申即享']

/** Modes in which experts rank where the file does not say by what. */
const JUDGED: readonly string[] = ['择优', '限额推荐']

/** Refuses what contradicts itself. */
export function checkConsistency(reader: Reader, file: ProgrammeFile, library: Library): void {
  checkRank(reader, file, library)
  if (file.benefit === 'title' && file.pay)
    reader.refuse(file.nodes.pay, 'programme.benefit', 'A title pays nothing', {
      expected: 'another “benefit”, or no “pay”',
    })
}

function checkRank(reader: Reader, file: ProgrammeFile, { facts }: Library): void {
  const { rank, allocate, mode, nodes } = file
  if (!rank) {
    if (allocate?.method === 'rank' && !JUDGED.includes(mode))
      reader.refuse(nodes.allocate, 'programme.rank', 'The budget goes by rank, and there is no “rank”', {
        expected: 'rank: {by: 得分, take: 10 家}',
      })
    return
  }
  if (PROMISING.includes(mode))
    reader.refuse(
      nodes.rank,
      'programme.rank',
      `“${mode}” pays whoever meets the conditions, without a rank`,
      {
        expected: 'mode: 择优, or no “rank”',
        suggestion: '择优',
      },
    )
  const names = [...(file.points.size > 0 ? ['得分', ...file.points.keys()] : []), ...file.define.keys()]
  if (!names.includes(rank.by) && !facts.has(rank.by))
    reader.refuse(nodes.rank, 'programme.rank', `“${rank.by}” is nothing to rank by`, {
      expected: 'the score, a fact or a name under “define”',
      suggestion: suggest(rank.by, [...names, ...facts.keys()]),
    })
  const unit = /^\s*[1-9]\d*\s*(\S+)\s*$/.exec(rank.take)?.[1]
  if (unit === undefined || !findUnit(unit))
    reader.refuse(nodes.rank, 'programme.rank', `“${rank.take}” is no number of winners`, {
      expected: 'a whole number with its unit, such as 10 家',
    })
}
