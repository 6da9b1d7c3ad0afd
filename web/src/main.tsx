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

const queries = new QueryClient({
  defaultOptions: { queries: { staleTime: 30_000, retry: 1, refetchOnWindowFocus: false } },
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
