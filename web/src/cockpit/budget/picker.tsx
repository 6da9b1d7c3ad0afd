import '../../text/area/budget.js'
import type { Budget } from '@kehui/server/client'
import { getRouteApi } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'

const route = getRouteApi('/cockpit/budget')

interface PickerProps {
  readonly choices: Budget['choices']
  readonly chosen: readonly string[]
}

/** Which programmes are looked at; the address keeps them. */
export function Picker({ choices, chosen }: PickerProps) {
  const { t } = useText()
  const navigate = route.useNavigate()
  const packs = [...new Set(choices.map(({ pack }) => pack))]
  const toggle = (id: string) => {
    const next = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]
    navigate({ search: next.length > 0 ? { programme: next } : {}, resetScroll: false, replace: true })
  }
  return (
    <details className="card">
      <summary>
        {t('budget.pick')} <span className="muted">{t('budget.picked', { count: chosen.length })}</span>
      </summary>
      {packs.map((pack) => {
        const own = choices.filter((choice) => choice.pack === pack)
        return (
          <fieldset key={pack} className="budget-choices">
            <legend>{own[0]?.packTitle}</legend>
            {own.map(({ id, title }) => (
              <label key={id} className="budget-choice">
                <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
                <span>{title}</span>
              </label>
            ))}
          </fieldset>
        )
      })}
    </details>
  )
}
