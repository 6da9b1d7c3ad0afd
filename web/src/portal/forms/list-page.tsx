import '../../text/area/facts.js'
import '../../text/area/forms.js'
import type { FormItem } from '@kehui/server/client'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { api } from '../../ui/api.js'
import { Failure, Loading } from '../../ui/failure.js'
import { Icon } from '../../ui/icon.js'
import { usePageTitle } from '../../ui/page-title.js'
import { useMessageOf } from '../../ui/use-message-of.js'
import { VerdictMark } from '../../ui/verdict-mark.js'
import { pointsText } from './points-text.js'
import '../registry/registry.css'
import './forms.css'

const route = getRouteApi('/companies/$company/forms')

function Item({ company, item }: { readonly company: string; readonly item: FormItem }) {
  const { t } = useText()
  return (
    <li>
      <Link
        to="/companies/$company/forms/$programme"
        params={{ company, programme: item.programme }}
        className="item"
      >
        <VerdictMark kind={item.verdict} />
        <span className="item-body">
          <span className="item-title">{item.title}</span>
          <span className="item-row">
            <span className={`tone-${item.verdict}`}>{t(`verdict.${item.verdict}`)}</span>
            {item.points && <b className="number">{t('forms.count', { points: pointsText(item.points) })}</b>}
          </span>
          <span className="item-row">
            <span className="muted small">{item.programmeTitle}</span>
            <span className="tag">{item.packTitle}</span>
          </span>
        </span>
      </Link>
    </li>
  )
}

/** The self-assessment forms that are for this company. */
export function FormsPage() {
  const { t, lang } = useText()
  const { company } = route.useParams()
  const messageOf = useMessageOf()
  const { data, error, refetch } = useQuery({
    queryKey: ['forms', company, lang],
    queryFn: () => api.forms(company, { lang }),
  })
  usePageTitle(t('forms.title'))
  if (error) return <Failure message={messageOf(error)} retry={() => refetch()} />
  if (!data) return <Loading />
  return (
    <div className="page stack forms-page">
      <Link to="/companies/$company" params={{ company }} className="back">
        <Icon name="back" />
        {t('facts.back')}
      </Link>
      <h1>
        {t('forms.title')}
        <span className="muted subject-name"> {data.subject.name}</span>
      </h1>
      <p className="muted">{t('forms.lead')}</p>
      {data.items.length === 0 ? (
        <p role="status">{t('forms.none')}</p>
      ) : (
        <ul className="items card form-items">
          {data.items.map((item) => (
            <Item key={item.programme} company={company} item={item} />
          ))}
        </ul>
      )}
    </div>
  )
}
