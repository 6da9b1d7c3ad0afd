import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['kehui-source', 'module', 'browser', 'development|production'] },
  // Government desktops are old: this is the floor that the pages promise.
  build: { target: ['chrome87', 'safari15.4', 'firefox98'], modulePreload: { polyfill: false } },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
})
