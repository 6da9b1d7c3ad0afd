import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '../../text/use-text.js'
import { Icon } from '../../ui/icon.js'
import { notify } from '../../ui/notify.js'
import { FollowButton } from '../notices/follow-button.js'
import { usePackage } from './package-context.js'
import { usePackageText } from './package-text.js'
import { RegionsDialog } from './regions-dialog.js'

/** What else can be done with a package: look at its data, try figures, add regions, take it along. */
export function Toolbar({ company }: { readonly company: string }) {
  const { t } = useText()
  const { pkg, trying, startTrying } = usePackage()
  const textOf = usePackageText()
  const [choosing, setChoosing] = useState(false)
  const copy = () =>
    navigator.clipboard
      .writeText(textOf(pkg))
      .then(() => notify({ text: t('package.copied'), tone: 'good' }))
      .catch(() => notify({ text: t('package.copy.failed'), tone: 'bad' }))
  return (
    <section className="package-tools no-print" aria-label={t('package.tools')}>
      <Link to="/companies/$company/facts" params={{ company }} className="tool">
        <Icon name="document" />
        {t('package.facts')}
      </Link>
      <Link to="/companies/$company/portrait" params={{ company }} className="tool">
        <Icon name="gauge" />
        {t('package.portrait')}
      </Link>
      <Link to="/companies/$company/forms" params={{ company }} className="tool">
        <Icon name="grid" />
        {t('forms.title')}
      </Link>
      {trying === null && (
        <button type="button" className="tool" onClick={startTrying}>
          <Icon name="search" />
          {t('try.start')}
        </button>
      )}
      <button type="button" className="tool" onClick={() => setChoosing(true)}>
        <Icon name="plus" />
        {t('regions.open')}
      </button>
      <FollowButton subject={company} programme={null} look="tool" />
      <button type="button" className="tool" onClick={copy}>
        <Icon name="copy" />
        {t('package.copy')}
      </button>
      <button type="button" className="tool" onClick={() => window.print()}>
        <Icon name="print" />
        {t('package.print')}
      </button>
      {choosing && <RegionsDialog company={company} onClose={() => setChoosing(false)} />}
    </section>
  )
}
