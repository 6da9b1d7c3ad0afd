import { closedCircles } from '../../registry/relations/cycles.js'
import type { Ladder, LadderStep } from '../../rules/ladder.js'
import type { Library } from '../../rules/programme.js'
import { suggest } from '../../shared/suggest.js'
import { readCite } from '../item.js'
import type { Reader, YamlNode } from '../reader.js'

interface StepNodes {
  readonly step: LadderStep
  readonly node: YamlNode
}

export interface LadderFile {
  readonly ladder: Ladder
  readonly node: YamlNode
  readonly steps: readonly StepNodes[]
}

const LADDER_KEYS = ['id', 'title', 'cite', 'verified', 'steps']
const STEP_KEYS = ['id', 'title', 'held', 'grants', 'after', 'cite', 'verified']

/** Reads `ladders.yaml`: which title comes after which. */
export function readLadders(reader: Reader, pack: string): LadderFile[] {
  const root = reader.fields(reader.root, 'ladders.yaml', ['ladders'], ['ladders'])
  return root.items('ladders').flatMap((node) => {
    const fields = reader.fields(node, 'A ladder', LADDER_KEYS, ['id', 'title', 'cite', 'steps'])
    const [id, title] = [fields.scalar('id'), fields.text('title')]
    if (id === null || title === null) return []
    const cite = readCite(reader, fields)
    if (cite.document === null)
      reader.refuse(fields.get('cite'), 'ladder.cite', `The ladder “${id}” wants the document that sets it`, {
        expected: 'cite: {document: …, article: …}',
      })
    const steps = fields.items('steps').flatMap((step) => readStep(reader, step))
    const ordered = inOrder(reader, steps)
    return [{ ladder: { id, pack, title, cite, steps: ordered }, node, steps }]
  })
}

function readStep(reader: Reader, node: YamlNode): StepNodes[] {
  const fields = reader.fields(node, 'A step', STEP_KEYS, ['id', 'title'])
  const [id, title] = [fields.scalar('id'), fields.text('title')]
  if (id === null || title === null) return []
  const step: LadderStep = {
    id,
    title,
    held: fields.strings('held'),
    grants: fields.strings('grants'),
    after: fields.strings('after'),
    cite: readCite(reader, fields),
    at: reader.position(node),
  }
  if (step.held.length + step.grants.length === 0)
    reader.refuse(node, 'ladder.unknowable', `Nothing says whether “${id}” is held`, {
      expected: 'held: [a yes-or-no fact], or grants: [a title that a programme grants]',
    })
  return [{ step, node }]
}

/** Every step after those that lead to it; circles and unknown steps are refused. */
function inOrder(reader: Reader, steps: readonly StepNodes[]): LadderStep[] {
  const numbers = new Map<string, number>()
  for (const { step, node } of steps)
    if (numbers.has(step.id)) reader.refuse(node, 'ladder.step-twice', `There already is a step “${step.id}”`)
    else numbers.set(step.id, numbers.size)
  const arcs = steps.flatMap(({ step, node }) =>
    step.after.flatMap((before) => {
      const [from, to] = [numbers.get(before), numbers.get(step.id)]
      if (from === undefined)
        reader.refuse(node, 'ladder.after', `This ladder has no step “${before}”`, {
          suggestion: suggest(before, numbers.keys()),
        })
      return from === undefined || to === undefined ? [] : [{ from, to, node }]
    }),
  )
  const names = [...numbers.keys()]
  for (const [i, circle] of closedCircles(numbers.size, [], arcs)) {
    const way = circle.map((number) => names[number] ?? '').join(' → ')
    reader.refuse(arcs[i]?.node, 'ladder.circular', `Steps go in a circle: ${way}`)
  }
  const placed: LadderStep[] = []
  const left = new Map(steps.map(({ step }) => [step.id, step]))
  for (let found = true; found && left.size > 0; ) {
    found = false
    for (const step of left.values()) {
      if (step.after.some((before) => left.has(before))) continue
      placed.push(step)
      left.delete(step.id)
      found = true
    }
  }
  return placed
}

/** What can be seen only once all packs are read: facts that are there, and titles that some programme grants. */
export function checkLadder(reader: Reader, { ladder, steps }: LadderFile, library: Library): void {
  const chain = library.packs.get(ladder.pack)?.chain ?? []
  const granted = new Set([...library.programmes.values()].flatMap(({ grants }) => grants?.title ?? []))
  const facts = [...library.facts.values()].filter((fact) => fact.type === 'yes-no')
  for (const { step, node: at } of steps) {
    for (const name of step.held) {
      if (facts.some((fact) => fact.name === name && chain.includes(fact.pack))) continue
      reader.refuse(at, 'ladder.held', `“${name}” is no yes-or-no fact`, {
        expected: 'a yes-or-no fact of this pack or of one that it extends',
        suggestion: suggest(
          name,
          facts.map((fact) => fact.name),
        ),
      })
    }
    for (const title of step.grants)
      if (!granted.has(title) && step.held.length === 0)
        reader.refuse(at, 'ladder.grants', `No programme that is loaded grants “${title}”`, {
          suggestion: suggest(title, granted),
        })
  }
}
