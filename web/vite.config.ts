import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['kehui-source', 'module', 'browser', 'development|production'] },
  build: {
    // Government desktops are old: this is the floor that the pages promise.
    target: ['chrome87', 'safari15.4', 'firefox98'],
    modulePreload: { polyfill: false },
    // The content security policy allows no data: addresses and no inline code or style.
    assetsInlineLimit: 0,
    manifest: true,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
})
