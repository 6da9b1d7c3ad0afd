import type { Document, Exclusion, Pay, Programme, Readings } from '../../rules/programme.js'
import { formatDay } from '../../shared/day.js'
import type { Text } from '../../shared/text.js'
import { callStatement } from './call-statements.js'
import type { PartName } from './part.js'
import { citedStatement, itemStatement, termStatement } from './rule-statements.js'
import { field, plain, type Statement, statement } from './statement.js'
import { listText, moneyText, percentText, termText, VERIFIED_TEXT } from './words.js'

const SOURCE_NAMES = {
  document: { zh: '文件名', en: 'document' },
  number: { zh: '文号', en: 'number' },
  issuer: { zh: '发文机关', en: 'issuer' },
  date: { zh: '成文日期', en: 'date' },
  url: { zh: '链接', en: 'link' },
  via: { zh: '转引自', en: 'via' },
} as const satisfies Record<string, Text>

/** Fields that have words of their own below, and those that follow from the rest or, as examples, are told apart. */
const WORDED: readonly string[] = [
  'id pack version at examples title summary form audience mode benefit calibre period industries valid place source',
  'requires standing need define points grade readings rank grants pay allocate clawback payee stack once consumes',
  'calls excludes shares schedule',
].flatMap((line) => line.split(' '))

/** All that a programme's file says, but for its id. */
export function programmeStatement(programme: Programme): Statement {
  return statement('programme', {
    fields: {
      ...ownFields(programme),
      ...ruleFields(programme),
      ...moneyFields(programme),
      ...otherFields(programme),
    },
    members: [
      ...programme.calls.map(callStatement),
      ...programme.excludes.map(exclusionStatement),
      ...programme.shares.map(shareStatement),
      ...programme.schedule.map(({ when, share, afterMonths }) =>
        statement('schedule', {
          name: plain(when),
          value: plain(`${when} ${percentText(share)}${afterMonths === null ? '' : ` +${afterMonths} 个月`}`),
        }),
      ),
    ],
  })
}

/** A field for which there are no words yet is told under its own name, so that none is changed unnoticed. */
function otherFields(programme: Programme): Record<string, Statement> {
  const print = (value: unknown) =>
    JSON.stringify(value, (key, one) =>
      key === 'at' ? undefined : typeof one === 'bigint' ? String(one) : one,
    )
  return Object.fromEntries(
    Object.entries(programme)
      .filter(([key, value]) => !WORDED.includes(key) && value !== null && value !== undefined)
      .map(([key, value]) => [key, field('programme', print(value), plain(key))]),
  )
}

function ownFields(programme: Programme): Record<string, Statement> {
  const { place, source } = programme
  return {
    title: field('title', programme.title),
    summary: field('summary', programme.summary),
    ...formFields(programme.form),
    audience: field('audience', programme.audience),
    mode: field('mode', programme.mode),
    benefit: field('benefit', programme.benefit),
    calibre: field('calibre', programme.calibre),
    period: field('period', String(programme.period)),
    industries: listOf('industries', programme.industries),
    valid: field('valid', termText(programme.valid)),
    place: field('place', place && plain(`${place.name} ${place.code}`)),
    ...sourceFields(source),
  }
}

function formFields(form: Programme['form']): Record<string, Statement> {
  return {
    form: field('form', form?.title ?? null, { zh: '标题', en: 'title' }),
    'form.note': field('form', form?.note ?? null, { zh: '说明', en: 'note' }),
  }
}

function sourceFields(source: Document): Record<string, Statement> {
  return {
    ...Object.fromEntries(
      (Object.keys(SOURCE_NAMES) as (keyof typeof SOURCE_NAMES)[]).map((key) => [
        `source.${key}`,
        field('source', source[key], SOURCE_NAMES[key]),
      ]),
    ),
    'source.verified': field('verified', VERIFIED_TEXT[source.verified]),
  }
}

function ruleFields(programme: Programme): Record<string, Statement> {
  const { grade, readings, rank, grants } = programme
  return {
    requires: statement('requires', {
      members: programme.requires.map((one) => citedStatement(one, 'requires')),
    }),
    standing: statement('standing', {
      members: programme.standing.map((one) => citedStatement(one, 'standing')),
    }),
    need: statement('condition', { members: programme.need.map((item) => itemStatement(item, 'condition')) }),
    define: statement('definition', {
      members: [...programme.define].map(([name, { item, term }]) =>
        statement('definition', {
          name: plain(name),
          fields: {
            name: field('definition', name, { zh: '名称', en: 'name' }),
            ...(item ? { item: itemStatement(item, 'definition') } : {}),
            ...(term ? { term: termStatement(term, 'definition') } : {}),
          },
        }),
      ),
    }),
    points: statement('points', {
      members: [...programme.points].map(([name, term]) => termStatement(term, 'points', name)),
    }),
    grade: statement('grade', {
      fields: {
        of: field('grade', grade?.of.text ?? null),
        below: field('grade', grade?.below ?? null, { zh: '未达到', en: 'below' }),
      },
      members: (grade?.bands ?? []).map(({ name, from }) =>
        statement('grade', {
          name: plain(name),
          label: plain(name),
          value: plain(`${from.bound} ${from.at.text}`),
        }),
      ),
    }),
    readings: readingsStatement(readings),
    rank: field(
      'rank',
      rank && { zh: `按${rank.by}取前 ${rank.take}`, en: `the best ${rank.take} by ${rank.by}` },
    ),
    grants: field(
      'grants',
      grants && listText([grants.title, grants.for, grants.ends].filter((x) => x !== null)),
    ),
  }
}

function listOf(part: PartName, texts: readonly string[]): Statement {
  return statement(part, { members: texts.map((text) => statement(part, { value: plain(text) })) })
}

function readingsStatement(readings: Readings | null): Statement {
  const signed = readings?.signed
  return statement('readings', {
    fields: {
      question: field('readings', readings?.question ?? null, { zh: '问题', en: 'question' }),
      default: field('readings', readings?.default ?? null, { zh: '采用', en: 'chosen' }),
      signed: field('readings', signed ? `${signed.by} ${formatDay(signed.on)}` : null, {
        zh: '签署',
        en: 'signed',
      }),
    },
    members: [...(readings?.options ?? [])].map(([id, text]) =>
      statement('readings', { name: plain(id), label: text, value: plain(id) }),
    ),
  })
}

function moneyFields(programme: Programme): Record<string, Statement> {
  const { pay, allocate, clawback, stack } = programme
  return {
    ...payFields(pay),
    allocate: field('allocate', allocate && allocationText(allocate)),
    clawback: field(
      'clawback',
      clawback && {
        zh: `${clawback.when.zh} ${percentText(clawback.share)}`,
        en: `${clawback.when.en ?? clawback.when.zh} ${percentText(clawback.share)}`,
      },
    ),
    payee: field('payee', programme.payee),
    stack: field('stack', stack && stackText(stack)),
    once: field(
      'once',
      programme.once ? { zh: '只享受一次', en: 'once only' } : { zh: '不限次数', en: 'no limit' },
    ),
    consumes: listOf('consumes', programme.consumes),
  }
}

function payFields(pay: Pay | null): Record<string, Statement> {
  return {
    lines: statement('pay', { members: (pay?.lines ?? []).map((line) => termStatement(line, 'pay')) }),
    caps: statement('cap', {
      members: (pay?.caps ?? []).map(({ scope, of }) =>
        statement('cap', { value: plain(scope === null ? of.text : `${of.text} / ${scope}`) }),
      ),
    }),
    upper: field('upper', pay && (pay.upper ? { zh: '最高', en: 'at most' } : { zh: '确定', en: 'exact' })),
    per: field('per', pay?.per ?? null),
    round: field('round', pay?.round.text ?? null),
  }
}

function allocationText({ budgetFen, method, year }: NonNullable<Programme['allocate']>): Text {
  const budget = moneyText(budgetFen)
  const rest = [method, year === null ? '' : String(year)].filter((part) => part !== '').join(' ')
  return { zh: `${budget.zh} ${rest}`, en: `${budget.en} ${rest}` }
}

function stackText({ group, capFen }: NonNullable<Programme['stack']>): Text {
  const cap = moneyText(capFen)
  return { zh: `${group} ${cap.zh}`, en: `${group} ${cap.en}` }
}

function exclusionStatement({ with: others, scope, resolve }: Exclusion): Statement {
  const how =
    typeof resolve === 'string'
      ? resolve
      : `合计 ≤ ${percentText(resolve.share)}${resolve.base === null ? '' : ` × ${resolve.base.text}`}`
  return statement('excludes', { value: plain(`${others.join('、')} · ${scope} · ${how}`) })
}

function shareStatement({ where, shares }: Programme['shares'][number]): Statement {
  const parts = [...shares].map(([level, share]) => `${level} ${percentText(share)}`).join('，')
  return statement('shares', {
    name: where === null ? null : plain(where),
    value: plain(where === null ? parts : `${where}：${parts}`),
  })
}
