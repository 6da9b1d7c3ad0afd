import { civilOf } from '../../shared/day.js'
import type { Diagnostic } from '../../shared/diagnostic.js'
import { inLang } from '../../shared/text.js'
import { type Built, nodesOf, type Scope, type Tables } from '../compile/scope.js'
import type { Library, Programme } from '../programme.js'
import { type Binding, unlessSaid } from './binding.js'
import type { Bound, Head } from './bound.js'
import { casesOf } from './cases.js'
import { checkOf } from './check.js'
import { bindItem } from './item.js'
import { definition, gradeOf, pointsItem, scoreOf } from './name.js'
import { bindBases, bindPay } from './pay.js'
import { bindPlace, bindStanding, bindTitle } from './prelude.js'

export interface Binder {
  readonly library: Library
  readonly tables: Tables
  readonly on: number
}

/** Compiles a programme for a decision date and a reading. Its problems are empty for every programme of a loaded library. */
export function bindProgramme(
  binder: Binder,
  programme: Programme,
  reading: string | null,
): { bound: Bound; problems: readonly Diagnostic[] } {
  const binding = open(binder, programme, reading)
  const { scope } = binding
  const { tables } = binder
  const nodes = nodesOf(scope)
  const checks = [
    ...bindPlace(binding).map((s) => checkOf(tables, s, 'place')),
    ...programme.standing.map((s) => checkOf(tables, bindStanding(binding, s), 'standing')),
    ...programme.requires.map((s) => checkOf(tables, bindTitle(binding, s), 'title')),
    ...programme.need.map((item) => checkOf(tables, bindItem(binding, item), 'need')),
  ]
  for (const name of programme.define.keys()) unlessSaid(() => definition(binding, name, 0))
  const points = [...programme.points.keys()].flatMap((item) => {
    const term = unlessSaid(() => pointsItem(binding, item, 0))
    return term ? [{ item, term }] : []
  })
  const score = points.length > 0 ? (unlessSaid(() => scoreOf(binding)) ?? null) : null
  const grade = programme.grade && unlessSaid(() => gradeOf(binding, programme.grade, 0))
  const { pay: given } = programme
  const pay = given && (unlessSaid(() => bindPay(binding, given)) ?? null)
  const verdict = nodes.join(
    'and',
    checks.map((c) => c.cond),
  )
  const bases = unlessSaid(() => bindBases(binding)) ?? new Map()
  const bound: Bound = {
    programme,
    reading,
    checks,
    verdict,
    points,
    score,
    pay,
    bases,
    grade: grade?.type === 'grade' ? grade : null,
    ...casesOf(verdict, [score, pay?.amount ?? null]),
    head: headOf(programme),
    thresholds: scope.thresholds,
  }
  return { bound, problems: binding.problems }
}

function headOf(programme: Programme): Head {
  const { id, pack, version, title, mode, benefit, audience, grants } = programme
  return {
    id,
    pack,
    version,
    zh: inLang(title, 'zh'),
    en: inLang(title, 'en'),
    mode,
    benefit,
    audience,
    unverified:
      programme.need.some((i) => i.cite.verified === 'none') ||
      (programme.pay?.lines.some((l) => l.cite.verified === 'none') ?? false) ||
      programme.source.verified === 'none',
    grants: grants && {
      title: grants.title,
      ...(grants.for === null ? {} : { for: grants.for }),
      ...(grants.ends === null ? {} : { ends: grants.ends }),
    },
  }
}

function open({ library, tables, on }: Binder, programme: Programme, reading: string | null): Binding {
  const scope: Scope = {
    library,
    programme,
    on,
    tables,
    onYear: civilOf(on).year,
    thresholds: new Map(),
    lookup: (name, at) => lookup(binding, name, at),
    score: (item, at) => (programme.points.has(item) ? pointsItem(binding, item, at).num : undefined),
    localNames: () => [
      ...programme.define.keys(),
      ...(programme.points.size > 0 ? ['得分'] : []),
      ...(programme.grade ? ['等级'] : []),
    ],
    row: null,
    deriving: [],
  }
  const binding: Binding = {
    programme,
    reading,
    scope,
    problems: [],
    names: new Map(),
    items: new Map(),
    score: null,
  }
  return binding
}

function lookup(binding: Binding, name: string, at: number): Built | undefined {
  const { programme } = binding
  if (programme.define.has(name)) return definition(binding, name, at)
  if ((name === '得分' || name === 'score') && programme.points.size > 0) {
    return { type: 'number', num: scoreOf(binding), dimension: '分', bare: false }
  }
  return (name === '等级' || name === 'grade') && programme.grade
    ? gradeOf(binding, programme.grade, at)
    : undefined
}
