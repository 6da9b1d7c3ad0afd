import '../../text/area/objection-case.js'
import type { ObjectionDetail } from '@kehui/server/client'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { usePreferences } from '../../ui/preferences.js'
import { staffApi } from '../../ui/staff-api.js'
import { useStartDraft } from '../../workbench/publishing/use-start-draft.js'

const OPEN: readonly string[] = ['draft', 'review', 'signed']

/** An objection that waits for the rule leads to where the rule is put right: the draft that is open, or a new one. */
export function RuleDraft({ objection }: { readonly objection: ObjectionDetail }) {
  const { t, lang } = useText()
  const { role } = usePreferences()
  const start = useStartDraft()
  const wanted = role === 'clerk' && objection.state === 'awaiting-rule'
  const publishing = useQuery({
    queryKey: ['publishing', lang],
    queryFn: () => staffApi.publishing({ lang }),
    enabled: wanted,
  })
  if (!wanted || !publishing.data) return null
  const programme = objection.programme.id
  const open = publishing.data.drafts.find((one) => one.programme === programme && OPEN.includes(one.state))
  return (
    <section className="notice stack tight no-print">
      <p>{t(open ? 'objection.rule.open' : 'objection.rule.none')}</p>
      <p>
        {open ? (
          <Link to="/workbench/publishing/$draft" params={{ draft: open.id }} className="button">
            {t('objection.rule.see')}
          </Link>
        ) : (
          <button
            type="button"
            className="button"
            aria-disabled={start.isPending}
            onClick={() => (start.isPending ? undefined : start.mutate({ programme }))}
          >
            {t('objection.rule.start')}
          </button>
        )}
      </p>
    </section>
  )
}
