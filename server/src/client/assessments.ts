import type {
  AssessmentProgress,
  CompanyList,
  CompanyLists,
  MatrixChanges,
  MatrixHead,
  MatrixOptions,
  MatrixRows,
  NewCompanyList,
} from '../assessments/schema.js'
import type { InLang, Send } from './request.js'

export interface MatrixFilters extends InLang {
  readonly list?: string | undefined
  readonly place?: string | undefined
  readonly park?: string | undefined
  readonly title?: string | undefined
  readonly industry?: string | undefined
  readonly q?: string | undefined
  /** `programme:verdict` */
  readonly only?: string | undefined
  readonly pack?: readonly string[] | undefined
  readonly programme?: readonly string[] | undefined
}

export interface RowFilters extends MatrixFilters {
  readonly sort?: string | undefined
  readonly offset?: number | undefined
  readonly limit?: number | undefined
}

export interface ChangeFilters extends MatrixFilters {
  /** `import`, `rule` or a date. */
  readonly since?: string | undefined
  readonly before?: string | undefined
}

export interface ExportFilters extends MatrixFilters {
  readonly sort?: 'near' | 'certain' | 'possible' | 'name' | undefined
  /** Only those who do not meet a programme yet and are within reach of it. */
  readonly rows?: 'all' | 'cultivable' | undefined
}

export function assessmentRoutes(send: Send) {
  const at = (id: string) => `/company-lists/${encodeURIComponent(id)}`
  return {
    companyLists: () => send<CompanyLists>('/company-lists'),
    createList: (body: NewCompanyList) => send<CompanyList>('/company-lists', { method: 'POST', body }),
    renameList: (id: string, name: string) => send<CompanyList>(at(id), { method: 'PATCH', body: { name } }),
    deleteList: (id: string) => send<{ id: string }>(at(id), { method: 'DELETE' }),
    restoreList: (id: string) => send<{ id: string }>(`${at(id)}/restore`, { method: 'POST' }),
    assessmentProgress: () => send<AssessmentProgress>('/assessments/progress'),
    matrixOptions: ({ lang }: InLang = {}) => send<MatrixOptions>('/matrix/options', { query: { lang } }),
    matrix: (filters: MatrixFilters = {}) => send<MatrixHead>('/matrix', { query: { ...filters } }),
    matrixRows: (filters: RowFilters = {}) => send<MatrixRows>('/matrix/rows', { query: { ...filters } }),
    exportList: (filters: ExportFilters = {}) =>
      send<Blob>('/matrix/list.xlsx', { query: { ...filters }, wantsFile: true }),
    matrixChanges: (filters: ChangeFilters = {}) =>
      send<MatrixChanges>('/matrix/changes', { query: { ...filters } }),
  }
}
