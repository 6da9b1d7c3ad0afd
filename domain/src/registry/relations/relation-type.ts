import { suggest } from '../../shared/suggest.js'
import type { Text } from '../../shared/text.js'

/** What two resources can be to each other. */
export interface RelationType {
  /** English, as it stands in files and answers: `part-of`. */
  readonly id: string
  /** Read from the first to the second: 甲 **生产** 乙. */
  readonly label: Text
  /** Read from the second: 乙 **的生产者** 甲. */
  readonly inverse: Text
  /** Kinds of resources that can stand first and second. */
  readonly from: readonly string[]
  readonly to: readonly string[]
  /** Nothing can be a part of its own part: a relation that closes a circle is refused. */
  readonly acyclic: boolean
  /** What a weight from 0 to 1 says; null where it has none. */
  readonly weight: Text | null
}

type Kinds = readonly string[]
type Options = Partial<Pick<RelationType, 'acyclic' | 'weight'>>

/** `label` and `inverse` in Chinese and English, parted by `/`. */
function relation(
  id: string,
  label: string,
  inverse: string,
  [from, to]: readonly [Kinds, Kinds],
  options: Options = {},
): RelationType {
  return {
    id,
    label: both(label),
    inverse: both(inverse),
    from,
    to,
    acyclic: false,
    weight: null,
    ...options,
  }
}

function both(text: string): Text {
  const [zh = '', en = ''] = text.split('/')
  return { zh, en }
}

const COMPANY = ['enterprise']
const PERSON = ['person', 'commissioner']
const ORGANISATION = ['enterprise', 'institution', 'finance', 'platform', 'incubator']
const WORK = ['achievement', 'patent']
const LINK = ['product', 'industry']
const SHARE = { weight: { zh: '占营业收入的比例', en: 'share of revenue' } }

export const RELATION_TYPES: ReadonlyMap<string, RelationType> = new Map(
  [
    relation('produces', '生产/produces', '的生产者/is produced by', [ORGANISATION, ['product']], SHARE),
    relation('supplies', '供货给/supplies', '的供应商/is supplied by', [COMPANY, COMPANY], {
      weight: { zh: '占采购额的比例', en: 'share of purchases' },
    }),
    relation('input-of', '用于/goes into', '的上游/is made with', [LINK, LINK]),
    relation('kind-of', '是一种/is a kind of', '的细分/has the kind', [['product'], ['product']], {
      acyclic: true,
    }),
    relation(
      'part-of',
      '属于/is part of',
      '的组成部分/has the part',
      [
        ['product', 'industry', 'grid', 'platform', 'institution', 'facility', 'event'],
        ['product', 'industry', 'grid', 'platform', 'institution', 'event'],
      ],
      { acyclic: true },
    ),
    relation('in-industry', '所属行业/works in', '的从业单位/has at work', [ORGANISATION, ['industry']]),
    relation('member-of', '成员/is a member of', '的成员/has the member', [
      [...PERSON, ...ORGANISATION],
      ORGANISATION,
    ]),
    relation('located-in', '位于/is located in', '内有/holds', [
      [...ORGANISATION, 'facility', 'event', 'project'],
      ['platform', 'incubator', 'grid'],
    ]),
    relation('invented-by', '发明人/was invented by', '发明/invented', [WORK, [...PERSON, ...ORGANISATION]]),
    relation('owned-by', '权利人/belongs to', '拥有/owns', [[...WORK, 'facility', 'project'], ORGANISATION]),
    relation('applies-to', '应用于/applies to', '的可用成果/can use', [[...WORK, 'demand'], LINK]),
    relation('expert-in', '专长于/is expert in', '的专家/has the expert', [PERSON, LINK]),
    relation('serves', '服务/serves', '的服务方/is served by', [
      [...PERSON, ...ORGANISATION],
      [...COMPANY, 'village', 'project'],
    ]),
    relation(
      'invests-in',
      '投资/invests in',
      '的投资方/has the investor',
      [[...ORGANISATION, ...PERSON], COMPANY],
      { weight: { zh: '持股比例', en: 'share held' } },
    ),
  ].map((type) => [type.id, type]),
)

/** By its id, or as tables write it: `上游` is the inverse of `input-of`. */
export interface NamedRelation {
  readonly type: RelationType
  /** Whether what is written first stands second in the relation. */
  readonly inverse: boolean
}

const OTHER_NAMES: Readonly<Record<string, readonly [string, boolean]>> = {
  上游材料: ['input-of', true],
  上游: ['input-of', true],
  upstream: ['input-of', true],
  下游产品: ['input-of', false],
  下游: ['input-of', false],
  downstream: ['input-of', false],
  产品小类: ['kind-of', true],
  细分: ['kind-of', true],
  上级: ['part-of', false],
  parent: ['part-of', false],
  主营产品: ['produces', false],
  主营: ['produces', false],
}

export function findRelationType(text: string): NamedRelation | null {
  const name = text.normalize('NFKC').trim().toLowerCase()
  const other = OTHER_NAMES[name]
  const type = RELATION_TYPES.get(other?.[0] ?? name)
  if (type) return { type, inverse: other?.[1] ?? false }
  for (const each of RELATION_TYPES.values()) {
    if (named(each.label, name)) return { type: each, inverse: false }
    if (named(each.inverse, name)) return { type: each, inverse: true }
  }
  return null
}

function named({ zh, en }: Text, name: string): boolean {
  return zh === name || en === name
}

export function suggestRelationType(text: string): string | undefined {
  const names = [...RELATION_TYPES.values()].flatMap(({ id, label }) => [id, label.zh])
  return suggest(text, [...names, ...Object.keys(OTHER_NAMES)])
}
