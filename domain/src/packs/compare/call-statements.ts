import type { Call } from '../../rules/programme.js'
import { formatDay } from '../../shared/day.js'
import type { Text } from '../../shared/text.js'
import { field, type Statement, statement } from './statement.js'
import { VERIFIED_TEXT } from './words.js'

const NAMES = {
  number: { zh: '文号', en: 'number' },
  year: { zh: '年度', en: 'year' },
  batch: { zh: '批次', en: 'batch' },
  yearly: { zh: '每年', en: 'every year' },
  reference: { zh: '数据基准日', en: 'day of the facts' },
  quota: { zh: '推荐名额', en: 'quota' },
  promise: { zh: '办理时限', en: 'time to decide' },
  link: { zh: '链接', en: 'link' },
  verified: { zh: '核实程度', en: 'how sure' },
} as const satisfies Record<string, Text>

const KINDS: Readonly<Record<Call['materials'][number]['kind'], Text>> = {
  licence: { zh: '电子证照', en: 'electronic licence' },
  generated: { zh: '系统生成', en: 'generated' },
  uploaded: { zh: '企业上传', en: 'uploaded' },
}

const day = (value: number | null) => (value === null ? null : formatDay(value))
const number = (value: number | null) => (value === null ? null : String(value))

export function callStatement(call: Call): Statement {
  return statement('call', {
    name: call.title,
    label: call.title,
    fields: {
      number: field('call', call.number, NAMES.number),
      year: field('call', number(call.year), NAMES.year),
      batch: field('call', call.batch, NAMES.batch),
      yearly: field('call', call.yearly ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }, NAMES.yearly),
      reference: field('call', day(call.reference), NAMES.reference),
      quota: field('call', call.quota && quotaText(call.quota), NAMES.quota),
      promise: field('call', call.promise === null ? null : workingDays(call.promise), NAMES.promise),
      link: field('call', call.link, NAMES.link),
      verified: field('verified', VERIFIED_TEXT[call.verified], NAMES.verified),
    },
    members: [
      ...call.windows.map((window) =>
        statement('window', { name: window.step, label: window.step, value: spanText(window) }),
      ),
      ...call.materials.map(({ name, kind, seal }) =>
        statement('material', {
          name,
          label: name,
          value: seal ? { zh: `${KINDS[kind].zh}，盖章`, en: `${KINDS[kind].en}, sealed` } : KINDS[kind],
        }),
      ),
      ...call.departments.map(contactStatement),
    ],
  })
}

export function contactStatement(contact: {
  readonly level?: string
  readonly name: Text
  readonly phone: string | null
}): Statement {
  const said = [contact.level, contact.phone].filter((part) => part !== undefined && part !== null).join(' ')
  return statement('contact', {
    name: contact.name,
    label: contact.name,
    value: said === '' ? null : { zh: said, en: said },
  })
}

function workingDays(days: number): Text {
  return { zh: `${days} 个工作日`, en: `${days} working days` }
}

function quotaText({ each, by }: NonNullable<Call['quota']>): Text {
  return by === null ? { zh: each, en: each } : { zh: `${by.zh} ${each}`, en: `${each} by ${by.en ?? by.zh}` }
}

function spanText({ from, to }: { readonly from: number | null; readonly to: number | null }): Text {
  const [first, last] = [day(from), day(to)]
  if (first !== null && last !== null) return { zh: `${first} 至 ${last}`, en: `${first} to ${last}` }
  if (first !== null) return { zh: `${first} 起`, en: `from ${first}` }
  return last === null ? { zh: '时间未定', en: 'no dates' } : { zh: `至 ${last}`, en: `until ${last}` }
}
