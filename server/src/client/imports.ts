import type { ImportList, ImportMapping, ImportPreview } from '../imports/schema.js'
import type { Send } from './request.js'

export function importRoutes(send: Send) {
  const at = (id: string) => `/imports/${encodeURIComponent(id)}`
  return {
    imports: () => send<ImportList>('/imports'),
    import: (id: string) => send<ImportPreview>(at(id)),
    upload: (file: Blob & { readonly name: string }) =>
      send<ImportPreview>('/imports', { method: 'POST', file: { content: file, name: file.name } }),
    mapImport: (id: string, body: ImportMapping) =>
      send<ImportPreview>(`${at(id)}/mapping`, { method: 'PUT', body }),
    commitImport: (id: string) => send<ImportPreview>(`${at(id)}/commit`, { method: 'POST' }),
    /** The cells that were not taken, with reasons, as a workbook. */
    importErrors: (id: string) => send<Blob>(`${at(id)}/errors.xlsx`, { wantsFile: true }),
    undoImport: (id: string) => send<ImportPreview>(`${at(id)}/undo`, { method: 'POST' }),
  }
}
