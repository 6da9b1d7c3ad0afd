import '../../text/area/budget.js'
import type { Budget } from '@kehui/server/client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { notify } from '../../ui/notify.js'
import { PartFailure } from '../../ui/part-failure.js'
import { saveFile } from '../../ui/save-file.js'
import { staffApi } from '../../ui/staff-api.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { BureauOnly } from '../bureau-only.js'
import { AllocationPanel } from './allocation-panel.js'
import { KindSection } from './kind-section.js'
import { Picker } from './picker.js'
import './budget.css'

const route = getRouteApi('/cockpit/budget')

export function BudgetPage() {
  return (
    <BureauOnly title="budget.title">
      <Page />
    </BureauOnly>
  )
}

function Page() {
  const { t, lang } = useText()
  const { programme } = route.useSearch()
  const found = useQuery({
    queryKey: ['budget', programme, lang],
    queryFn: () => staffApi.budget({ programme, lang }),
    placeholderData: keepPreviousData,
  })
  return (
    <div className="page stack cockpit">
      <h1>{t('budget.title')}</h1>
      <p className="muted budget-lead">{t('budget.lead')}</p>
      {found.isError && <PartFailure query={found} />}
      {found.isPending && <p role="status">{t('budget.working')}</p>}
      {found.data && <Found budget={found.data} isOld={found.isPlaceholderData} />}
    </div>
  )
}

function Found({ budget, isOld }: { readonly budget: Budget; readonly isOld: boolean }) {
  const { t, lang } = useText()
  const messageOf = useMessageOf()
  const { programme } = route.useSearch()
  const programmes = budget.kinds.flatMap((kind) => kind.programmes)
  const save = async () => {
    try {
      saveFile(await staffApi.exportBudget({ programme, lang }), `${t('budget.title')}-${budget.on}.xlsx`)
    } catch (cause) {
      notify({ text: messageOf(cause), tone: 'bad' })
    }
  }
  return (
    <>
      <Picker choices={budget.choices} chosen={programmes.map(({ id }) => id)} />
      <div className="actions">
        <span className="muted" role="status">
          {isOld ? t('budget.working') : t('budget.on', { on: budget.on })}
        </span>
        <button type="button" className="button" onClick={() => void save()}>
          {t('budget.export')}
        </button>
      </div>
      {programmes.length === 0 && <p className="notice">{t('budget.none')}</p>}
      {budget.kinds.map((kind) => (
        <KindSection key={kind.benefit} kind={kind} />
      ))}
      {programmes.length > 0 && <AllocationPanel programmes={programmes} />}
    </>
  )
}
