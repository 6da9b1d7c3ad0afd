import type { editor as zh } from '../zh/editor.js'

export const editor: Readonly<Record<keyof typeof zh, string>> = {
  'editor.completions': 'Words that can stand here',
}
