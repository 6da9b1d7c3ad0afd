import { getRouteApi } from '@tanstack/react-router'
import { useId } from 'react'
import type { MessageKey } from '../../text/messages.js'
import { useText } from '../../text/use-text.js'
import type { FilterName } from './search-params.js'

export const LEVELS = ['国家', '省', '市', '区'] as const
export const MODES = ['普惠', '免申即享', '审核', '择优', '限额推荐', '评价', '备案', '认定'] as const
export const BENEFITS = [
  'cash',
  'tax',
  'interest',
  'credit',
  'equity',
  'voucher',
  'title',
  'service',
] as const
export const WINDOWS = ['open', 'coming', 'closed', 'unknown'] as const
export const AUDIENCES = [
  'enterprise',
  'project',
  'contract',
  'loan',
  'institution',
  'incubator',
  'person',
  'commissioner',
  'village',
] as const

interface FilterProps {
  readonly name: FilterName
  readonly label: MessageKey
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

const route = getRouteApi('/programmes')

/** A filter lives in the address, so that a list can be kept, sent on and gone back to. */
export function Filter({ name, label, options }: FilterProps) {
  const { t } = useText()
  const id = useId()
  const filters = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <div className="field">
      <label htmlFor={id}>{t(label)}</label>
      <select
        id={id}
        className="input"
        value={filters[name] ?? ''}
        onChange={(event) =>
          navigate({
            search: { ...filters, [name]: event.target.value || undefined, page: undefined },
            resetScroll: false,
          })
        }
      >
        <option value="">{t('common.all')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
