import { Outlet } from '@tanstack/react-router'
import { useText } from '../text/use-text.js'
import { Notices } from '../ui/notify.js'
import { BottomNav } from './bottom-nav.js'
import { useFocusKeeper } from './focus-keeper.js'
import { Footer } from './footer.js'
import { Header } from './header.js'
import { RoleStrip } from './role-strip.js'

export function Shell() {
  const { t } = useText()
  useFocusKeeper('main')
  return (
    <>
      <a className="skip" href="#main">
        {t('app.skip')}
      </a>
      <Header />
      <RoleStrip />
      <Notices />
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <Footer />
      <BottomNav />
    </>
  )
}
