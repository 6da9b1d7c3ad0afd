import { ApiError } from '@kehui/server/client'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { router } from './router.js'
import { TextProvider } from './text/use-text.js'
import { applyPreferences } from './ui/preferences.js'
import './ui/tokens.css'
import './ui/base.css'
import './ui/controls.css'
import './ui/shell.css'
import './ui/items.css'
import './ui/pages.css'
import './ui/print.css'

/** What the server refused, it refuses again; a network that failed may be back. */
function mayPass(failures: number, cause: Error): boolean {
  return failures < 1 && !(cause instanceof ApiError && cause.status < 500)
}

const queries = new QueryClient({
  defaultOptions: { queries: { staleTime: 30_000, retry: mayPass, refetchOnWindowFocus: false } },
})

applyPreferences()
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <TextProvider>
          <RouterProvider router={router} />
        </TextProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
}
