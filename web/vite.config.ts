import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** What every page loads: the libraries beneath, the frame around pages and its words. */
const OF_EVERY_PAGE = [
  /\/node_modules\/(react|react-dom|scheduler|use-sync-external-store)\//,
  /\/node_modules\/@tanstack\/(history|query-core|react-query|react-router|react-store|router-core|store)\//,
  /\/web\/src\/shell\//,
  /\/web\/src\/text\/(messages|use-text|zh|zh-table)\.tsx?/,
  /\/web\/src\/text\/zh\/(answer|calls|entry|measure|objections|package|shell)\.ts/,
  /\/web\/src\/ui\/(api|failure|icon|keep-focus|loaded|notify|page-title|preferences|text-of|use-message-of)\.tsx?/,
]

const ofEveryPage = (module: string) => OF_EVERY_PAGE.some((pattern) => pattern.test(module))

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
    rolldownOptions: {
      output: {
        // What every page needs comes in one piece: fewer requests, and better compressed than in forty.
        codeSplitting: { groups: [{ name: 'frame', test: ofEveryPage }] },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
})
