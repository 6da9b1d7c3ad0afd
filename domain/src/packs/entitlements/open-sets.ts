import { DisplayKeys } from '../../rules/answer/display-key.js'
import type { Asked } from '../../rules/batch/host.js'
import type { Bound } from '../../rules/bind/bound.js'
import type { Engine } from '../../rules/bind/engine.js'

/** What a result waits for: facts and records that somebody can say, and what only experts decide. */
export interface OpenSet {
  readonly missing: readonly string[]
  readonly judged: readonly string[]
}

/** Most rows wait for one of few sets: each is made once, and a row holds its number. 0 is nothing. */
export class OpenSets {
  readonly sets: OpenSet[] = [{ missing: [], judged: [] }]
  private readonly asked: (readonly number[])[] = [[]]
  private readonly longer = new Map<number, number>()
  private readonly words: { name: string; judged: boolean }[] = []
  private readonly wordOf = new Map<string, number>()
  private readonly engine: Engine
  private readonly bound: Bound
  private readonly keys = new DisplayKeys()
  private readonly byWords = new Map<string, number>([['|', 0]])

  constructor(engine: Engine, bound: Bound) {
    this.engine = engine
    this.bound = bound
  }

  /** The number of what is asked, for `with`. */
  word(asked: Asked): number {
    const { name, judged } = this.wordsFor(asked)
    const key = `${judged ? '!' : ''}${name}`
    const known = this.wordOf.get(key)
    if (known !== undefined) return known
    this.words.push({ name, judged })
    this.wordOf.set(key, this.words.length - 1)
    return this.words.length - 1
  }

  /** The set with one word more. */
  with(set: number, word: number): number {
    const key = set * 65_536 + word
    const known = this.longer.get(key)
    if (known !== undefined) return known
    const words = [...new Set([...(this.asked[set] ?? []), word])].sort((a, b) => a - b)
    const said = words.flatMap((w) => this.words[w] ?? [])
    const made = this.setOf(
      said.filter(({ judged }) => !judged).map(({ name }) => name),
      said.filter(({ judged }) => judged).map(({ name }) => name),
    )
    this.asked[made] ??= words
    this.longer.set(key, made)
    return made
  }

  /** The set of these words, whoever found them. */
  setOf(missing: readonly string[], judged: readonly string[]): number {
    const sorted = { missing: [...missing].sort(), judged: [...judged].sort() }
    const key = `${sorted.missing.join('\n')}|${sorted.judged.join('\n')}`
    const known = this.byWords.get(key)
    if (known !== undefined) return known
    this.sets.push(sorted)
    this.byWords.set(key, this.sets.length - 1)
    return this.sets.length - 1
  }

  private wordsFor(asked: Asked): { name: string; judged: boolean } {
    const { slots, records } = this.engine.tables
    if (asked.kind === 'judged') return { name: asked.text, judged: true }
    if (asked.kind === 'record') return { name: records[asked.index]?.name ?? '', judged: false }
    const slot = slots[asked.index]
    if (!slot) throw new Error(`There is no fact ${asked.index}`)
    return slot.fact.askable
      ? { name: this.keys.of(slot, this.bound.programme.calibre), judged: false }
      : { name: slot.fact.name, judged: true }
  }
}
