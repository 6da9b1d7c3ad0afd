import '../../text/area/publishing.js'
import type { DraftDetail } from '@kehui/server/client'
import { Link } from '@tanstack/react-router'
import { useText } from '../../text/use-text.js'
import { StateTag } from './state-tag.js'

const STEPS = ['draft', 'review', 'signed', 'published'] as const
const ORDER: readonly DraftDetail['state'][] = STEPS

/** Which programme it is, how far it is, and what is to be known before anything is done. */
export function DraftHead({ draft }: { readonly draft: DraftDetail }) {
  const { t } = useText()
  const reached = ORDER.indexOf(draft.state)
  return (
    <>
      <section className="stack tight">
        <p className="tags">
          <StateTag state={draft.state} />
          <span className="tag">{draft.packTitle}</span>
          {draft.isNew && <span className="tag">{t('publishing.new-programme')}</span>}
        </p>
        <h1>{draft.title}</h1>
        <p className="muted small">
          {draft.programme} · {draft.path} ·{' '}
          {t('publishing.authors', { names: draft.authors.join(t('common.comma')) })}
        </p>
        {reached >= 0 && (
          <ol className="draft-steps" aria-label={t('draft.steps')}>
            {STEPS.map((step, at) => (
              <li
                key={step}
                className={at < reached ? 'done' : undefined}
                aria-current={at === reached ? 'step' : undefined}
              >
                {t(`draft.step.${step}`)}
              </li>
            ))}
          </ol>
        )}
      </section>
      {draft.baseMoved && <p className="notice warn">{t('draft.base-moved')}</p>}
      {draft.others.length > 0 && (
        <p className="notice">
          {t('draft.others', {
            names: draft.others.map(({ createdBy }) => createdBy).join(t('common.comma')),
          })}{' '}
          {draft.others.map(({ id, state, createdBy }) => (
            <Link key={id} to="/workbench/publishing/$draft" params={{ draft: id }}>
              {createdBy}（{t(`publishing.state.${state}`)}）
            </Link>
          ))}
        </p>
      )}
    </>
  )
}
