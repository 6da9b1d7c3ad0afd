import type {
  AloneQuery,
  AloneRows,
  BlockingRows,
  ChangeRows,
  Compute,
  FileQuery,
  FoundMembers,
  NewAdjustment,
  NewRegistryRound,
  PairRows,
  PairsQuery,
  RoundItem,
  RoundList,
  RoundPreview,
  RoundView,
} from '../assignment/schema.js'
import type { Send } from './request.js'

/** What is not asked for may be said to be so. */
type Asked<T> = { readonly [Key in keyof T]?: T[Key] | undefined }
type File = { readonly content: Blob; readonly name: string }

export function assignmentRoutes(send: Send) {
  const all = '/assignment-rounds'
  const at = (id: string) => `${all}/${encodeURIComponent(id)}`
  const act = (id: string, step: string, body?: unknown) =>
    send<RoundView>(`${at(id)}/${step}`, { method: 'POST', ...(body === undefined ? {} : { body }) })
  return {
    assignmentRounds: () => send<RoundList>(all),
    assignmentRound: (id: string) => send<RoundView>(at(id)),
    previewAssignment: (query: FileQuery, file: File) =>
      send<RoundPreview>(`${all}/preview`, { method: 'POST', query, file }),
    createAssignment: (query: FileQuery, file: File) =>
      send<RoundView>(`${all}/file`, { method: 'POST', query, file }),
    createRegistryAssignment: (body: NewRegistryRound) => send<RoundView>(all, { method: 'POST', body }),
    assignmentTemplate: (kind: RoundItem['kind']) =>
      send<Blob>(`${all}/template.xlsx`, { query: { kind }, wantsFile: true }),
    assignmentPairs: (id: string, query: Asked<PairsQuery>) => send<PairRows>(`${at(id)}/pairs`, { query }),
    assignmentBlocking: (id: string, offset: number) =>
      send<BlockingRows>(`${at(id)}/blocking`, { query: { offset } }),
    assignmentAlone: (id: string, query: Asked<AloneQuery>) => send<AloneRows>(`${at(id)}/alone`, { query }),
    assignmentChanges: (id: string, offset: number) =>
      send<ChangeRows>(`${at(id)}/changes`, { query: { offset } }),
    assignmentMembers: (id: string, side: 'left' | 'right', q: string) =>
      send<FoundMembers>(`${at(id)}/members`, { query: { side, q } }),
    computeAssignment: (id: string, body: Compute) => act(id, 'compute', body),
    cancelAssignment: (id: string) => act(id, 'cancel'),
    adjustAssignment: (id: string, body: NewAdjustment) => act(id, 'adjustments', body),
    undoAssignmentAdjustment: (id: string, adjustment: string) =>
      act(id, `adjustments/${encodeURIComponent(adjustment)}/undo`),
    confirmAssignment: (id: string, run: number) => act(id, 'confirm', { run }),
    reopenAssignment: (id: string, note: string) => act(id, 'reopen', { note }),
    rerunAssignment: (id: string) => act(id, 'rerun'),
    discardAssignment: (id: string) => act(id, 'discard'),
    restoreAssignment: (id: string) => act(id, 'restore'),
    exportAssignment: (id: string, form: 'xlsx' | 'json') =>
      send<Blob>(`${at(id)}/round.${form}`, { wantsFile: true }),
  }
}
