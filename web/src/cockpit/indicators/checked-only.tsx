import '../../text/area/indicators.js'
import { getRouteApi } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'

const route = getRouteApi('/cockpit/indicators')

/** Leaves out what no person has checked. */
export function CheckedOnly() {
  const { t } = useText()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { checked = false } = search
  return (
    <label className={`choice${checked ? ' chosen' : ''}`}>
      <input
        type="checkbox"
        checked={checked}
        onChange={() =>
          navigate({
            search: { ...search, checked: checked ? undefined : true },
            resetScroll: false,
            replace: true,
          })
        }
      />
      {t('compare.checked')}
    </label>
  )
}
