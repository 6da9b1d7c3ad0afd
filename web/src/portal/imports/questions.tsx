import type { ImportPreview } from '@kehui/server/client'

export function Questions(_: { readonly preview: ImportPreview }) {
  return null
}
