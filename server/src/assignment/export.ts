import type { Sheet } from '@kehui/domain/packs/cultivation'
import type { Lang } from '@kehui/domain/shared'
import type { AppContext } from '../context.js'
import type { RoundView } from './schema.js'
import { aloneOf, blockingOf, changesOf, pairsOf } from './store-answers.js'
import { roundView } from './view.js'
import { ALONE_WORDS, CHANGE_WORDS, SHEET_WORDS, WAY_WORDS } from './words.js'

const ALL = 1_000_000

export interface RoundFile {
  readonly view: RoundView
  readonly pairs: Awaited<ReturnType<typeof pairsOf>>['items']
  readonly alone: Awaited<ReturnType<typeof aloneOf>>['items']
  readonly blocking: Awaited<ReturnType<typeof blockingOf>>['items']
  readonly changes: Awaited<ReturnType<typeof changesOf>>['items']
}

export async function roundFile(
  context: AppContext,
  region: number,
  id: string,
  lang: Lang,
): Promise<RoundFile> {
  const view = await roundView(context, region, id, lang)
  const key = { region, round: id, run: view.run }
  const { pool } = context
  return {
    view,
    pairs: (await pairsOf(pool, key, { limit: ALL })).items,
    alone: (await aloneOf(pool, key, { limit: ALL })).items,
    blocking: (await blockingOf(pool, key, { limit: ALL })).items,
    changes: (await changesOf(pool, key, { limit: ALL })).items,
  }
}

/** What `kehui assign` prints, with names and reasons. */
export function roundJson({ view, pairs, alone, blocking, changes }: RoundFile) {
  const { title, kind, way, state, run, figures } = view
  return {
    title,
    kind,
    mode: way,
    state,
    run,
    pairs: pairs.map(({ left, right, ...rest }) => ({
      left: left.code,
      right: right.code,
      leftName: left.name,
      rightName: right.name,
      ...rest,
    })),
    alone: alone.map(({ side, member, reason }) => ({ side, id: member.code, name: member.name, reason })),
    blocking: blocking.map(({ left, right }) => ({ left: left.code, right: right.code })),
    changes,
    figures,
  }
}

type Column = Sheet['columns'][number]

/** The list, what it came to by county, who is alone, who would rather have others, and what changed. */
export function roundSheets({ view, pairs, alone, blocking, changes }: RoundFile, lang: Lang): Sheet[] {
  const words = SHEET_WORDS[lang]
  const text = (title: string, width = 18): Column => ({ title, width, kind: 'text' })
  const number = (title: string): Column => ({ title, width: 12, kind: 'number' })
  const { leftName, rightName, figures } = view
  const about: [string, string][] = [
    [words.title, view.title],
    [words.way, WAY_WORDS[view.way][lang]],
    [words.answer, String(view.run)],
    [words.pairs, String(figures?.pairs ?? 0)],
    [words.candidates, String(figures?.candidates ?? 0)],
    [words.blocking, String(figures?.blocking ?? 0)],
  ]
  return [
    {
      name: words.list,
      columns: [
        text(`${leftName} ${words.code}`),
        text(leftName, 24),
        text(`${rightName} ${words.code}`),
        text(rightName, 24),
        text(words.county),
        number(`${leftName} ${words.choice}`),
        number(`${rightName} ${words.choice}`),
        number(words.score),
        text(words.note),
      ],
      rows: pairs.map(({ left, right, leftRank, rightRank, score, pinned, isNew }) => [
        left.code,
        left.name,
        right.code,
        right.name,
        right.county,
        leftRank,
        rightRank,
        score === null ? null : Math.round(score * 1000) / 1000,
        [pinned ? words.pinned : '', isNew ? words.new : ''].filter(Boolean).join('、'),
      ]),
    },
    { name: words.about, columns: [text(words.item, 24), text(words.value, 60)], rows: about },
    {
      name: words.counties,
      columns: [
        text(words.county, 24),
        number(`${rightName}`),
        number(`${rightName} ${words.assigned}`),
        number(`${leftName}`),
        number(`${leftName} ${words.assigned}`),
      ],
      rows: (figures?.counties ?? []).map(({ county, left, right }) => [
        county ?? words.unknown,
        right.members,
        right.assigned,
        left.members,
        left.assigned,
      ]),
    },
    {
      name: words.alone,
      columns: [
        text(words.side),
        text(words.code),
        text(words.name, 24),
        text(words.county),
        text(words.why, 40),
      ],
      rows: alone.map(({ side, member, reason }) => [
        side === 'left' ? leftName : rightName,
        member.code,
        member.name,
        member.county,
        (ALONE_WORDS[reason] ?? { zh: reason, en: reason })[lang],
      ]),
    },
    {
      name: words.rather,
      columns: [text(leftName, 24), text(words.gives, 24), text(rightName, 24), text(words.gives, 24)],
      rows: blocking.map(({ left, right, leftOver, rightOver }) => [
        left.name,
        leftOver ?? words.room,
        right.name,
        rightOver ?? words.room,
      ]),
    },
    {
      name: words.changes,
      columns: [
        text(words.change),
        text(leftName, 24),
        text(rightName, 24),
        text(words.why, 40),
        text(words.other, 24),
      ],
      rows: changes.map(({ kind, left, right, reason, other }) => [
        words[kind],
        left,
        right,
        (CHANGE_WORDS[reason] ?? { zh: reason, en: reason })[lang],
        other,
      ]),
    },
  ]
}
