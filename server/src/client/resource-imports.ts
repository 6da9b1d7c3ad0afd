import type {
  CommitImport,
  ImportCheck,
  ResourceImport,
  ResourceImportList,
  ResourceImportPreview,
} from '../registry/imports/schema.js'
import type { Send } from './request.js'

export function resourceImportRoutes(send: Send) {
  const at = (id: string) => `/resource-imports/${encodeURIComponent(id)}`
  return {
    resourceImports: () => send<ResourceImportList>('/resource-imports'),
    resourceImport: (id: string) => send<ResourceImport>(at(id)),
    uploadResources: (file: Blob & { readonly name: string }) =>
      send<ResourceImportPreview>('/resource-imports', {
        method: 'POST',
        file: { content: file, name: file.name },
      }),
    previewResources: (id: string) => send<ResourceImportPreview>(`${at(id)}/preview`),
    checkResources: (id: string, body: CommitImport) =>
      send<ImportCheck>(`${at(id)}/check`, { method: 'POST', body }),
    commitResources: (id: string, body: CommitImport) =>
      send<ResourceImport>(`${at(id)}/commit`, { method: 'POST', body }),
    undoResources: (id: string) => send<ResourceImport>(`${at(id)}/undo`, { method: 'POST' }),
    /** The rows that were not taken, each with its reason. */
    resourceErrors: (id: string) => send<Blob>(`${at(id)}/errors.csv`, { wantsFile: true }),
  }
}
