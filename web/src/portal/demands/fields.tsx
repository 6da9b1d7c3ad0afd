import '../../text/area/demands.js'
import type { DemandContent } from '@kehui/server/client'
import { useState } from 'react'
import { useText } from '../../text/use-text.js'
import { describedBy, FieldFrame } from '../../ui/field-frame.js'
import { Icon } from '../../ui/icon.js'
import { keyed } from '../../ui/keyed.js'
import { TextArea } from '../../ui/text-area.js'
import { TextField } from '../../ui/text-field.js'
import { fenOf, wanOf } from './wan.js'

export interface PartProps {
  readonly content: DemandContent
  readonly change: (part: Partial<DemandContent>) => void
}

export function ProblemFields({ content, change }: PartProps) {
  const { t } = useText()
  return (
    <>
      <TextField
        id="demand-title-field"
        label={t('demand.part.title')}
        hint={t('demand.part.title.hint')}
        value={content.title}
        onChange={(title) => change({ title })}
      />
      {(['problem', 'scene', 'tried'] as const).map((part) => (
        <TextArea
          key={part}
          id={`demand-${part}`}
          label={t(`demand.part.${part}`)}
          hint={t(`demand.part.${part}.hint`)}
          rows={part === 'problem' ? 6 : 3}
          maxLength={5000}
          optional={part !== 'problem'}
          value={content[part]}
          onChange={(value) => change({ [part]: value })}
        />
      ))}
    </>
  )
}

const NO_TARGET = { name: '', wanted: '', now: '' }
const MOST_TARGETS = 20

export function TargetFields({ content, change }: PartProps) {
  const { t } = useText()
  const rows = content.targets.length === 0 ? [NO_TARGET] : content.targets
  const set = (at: number, part: Partial<typeof NO_TARGET>) =>
    change({ targets: rows.map((row, i) => (i === at ? { ...row, ...part } : row)) })
  return (
    <fieldset className="stack">
      <legend>{t('demand.part.targets')}</legend>
      {keyed(rows, () => 'row').map(({ key, item: row }, i) => (
        <div key={key} className="target-row">
          <TextField
            id={`target-${i}-name`}
            label={t('demand.part.target.name', { number: i + 1 })}
            value={row.name}
            onChange={(name) => set(i, { name })}
          />
          <TextField
            id={`target-${i}-wanted`}
            label={t('demand.part.target.wanted')}
            value={row.wanted}
            onChange={(wanted) => set(i, { wanted })}
          />
          <TextField
            id={`target-${i}-now`}
            label={t('demand.part.target.now')}
            optional
            value={row.now}
            onChange={(now) => set(i, { now })}
          />
          <button
            type="button"
            className="button plain"
            aria-label={t('demand.part.target.remove', { number: i + 1 })}
            onClick={() => change({ targets: rows.filter((_, at) => at !== i) })}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
      {rows.length < MOST_TARGETS && (
        <p>
          <button type="button" className="button" onClick={() => change({ targets: [...rows, NO_TARGET] })}>
            <Icon name="plus" />
            {t('demand.part.target.add')}
          </button>
        </p>
      )}
    </fieldset>
  )
}

const COOPERATION = [
  'joint-development',
  'commission',
  'transfer',
  'licence',
  'service',
  'consulting',
  'expert',
  'investment',
] as const

function CooperationField({ content, change }: PartProps) {
  const { t } = useText()
  return (
    <fieldset>
      <legend>{t('demand.part.cooperation')}</legend>
      <div className="choices">
        {COOPERATION.map((one) => {
          const chosen = content.cooperation.includes(one)
          return (
            <label key={one} className={`choice${chosen ? ' chosen' : ''}`}>
              <input
                type="checkbox"
                checked={chosen}
                onChange={() =>
                  change({
                    cooperation: chosen
                      ? content.cooperation.filter((other) => other !== one)
                      : [...content.cooperation, one],
                  })
                }
              />
              {t(`demand.cooperation.${one}`)}
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}

function BudgetField({ content, change }: PartProps) {
  const { t } = useText()
  const [text, setText] = useState(wanOf(content.budgetFen))
  const wrong = fenOf(text) === undefined
  return (
    <TextField
      id="demand-budget"
      label={t('demand.part.budget')}
      optional
      value={text}
      error={wrong ? t('demand.part.budget.wrong') : undefined}
      onChange={(value) => {
        setText(value)
        const budgetFen = fenOf(value)
        if (budgetFen !== undefined) change({ budgetFen })
      }}
    />
  )
}

const REACHES = ['any', 'country', 'province', 'city'] as const
const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

export function TermFields(props: PartProps) {
  const { content, change } = props
  const { t } = useText()
  const day = { id: 'demand-needed', label: t('demand.part.neededBy'), optional: true }
  const level = { id: 'demand-maturity', label: t('demand.part.maturity'), optional: true }
  const reach = { id: 'demand-reach', label: t('demand.part.reach') }
  return (
    <>
      <CooperationField {...props} />
      <TextField
        id="demand-field"
        label={t('demand.part.field')}
        optional
        value={content.field ?? ''}
        onChange={(field) => change({ field: field === '' ? null : field })}
      />
      <BudgetField {...props} />
      <FieldFrame {...day}>
        <input
          id={day.id}
          type="date"
          className="input"
          value={content.neededBy ?? ''}
          aria-describedby={describedBy(day)}
          onChange={({ target }) => change({ neededBy: target.value || null })}
        />
      </FieldFrame>
      <FieldFrame {...level}>
        <select
          id={level.id}
          className="input"
          value={content.maturity ?? ''}
          onChange={({ target }) => change({ maturity: Number(target.value) || null })}
        >
          <option value="">{t('demand.part.maturity.any')}</option>
          {LEVELS.map((one) => (
            <option key={one} value={one}>
              {t('demand.part.maturity.level', { level: one })}
            </option>
          ))}
        </select>
      </FieldFrame>
      <FieldFrame {...reach}>
        <select
          id={reach.id}
          className="input"
          value={content.reach}
          onChange={({ target }) => change({ reach: REACHES.find((one) => one === target.value) ?? 'any' })}
        >
          {REACHES.map((one) => (
            <option key={one} value={one}>
              {t(`demand.reach.${one}`)}
            </option>
          ))}
        </select>
      </FieldFrame>
      <TextField
        id="demand-contact"
        label={t('demand.part.contact')}
        hint={t('demand.part.contact.hint')}
        value={content.contact}
        onChange={(contact) => change({ contact })}
      />
      <SecretField {...props} />
    </>
  )
}

function SecretField({ content, change }: PartProps) {
  const { t } = useText()
  const [text, setText] = useState(content.secrets.join('\n'))
  return (
    <TextArea
      id="demand-secrets"
      label={t('demand.part.secrets')}
      hint={t('demand.part.secrets.hint')}
      optional
      rows={3}
      value={text}
      onChange={(value) => {
        setText(value)
        const words = value.split('\n').map((word) => word.trim().slice(0, 200))
        change({ secrets: words.filter((word) => word !== '').slice(0, 20) })
      }}
    />
  )
}
