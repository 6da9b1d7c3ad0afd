import type { Demand, DemandState } from '@kehui/domain/cases'

/** A need of a sample company, invented as all of it is. */
export interface SampleNeed {
  readonly key: string
  /** Without the mark of a sample. */
  readonly company: string
  readonly state: DemandState
  readonly channel: 'web' | 'visit' | 'import' | 'api'
  /** How long ago it was published, and in how many days it is needed; null: no day was given. */
  readonly daysAgo: number
  readonly inDays: number | null
  /** In 万元. */
  readonly budget: number | null
  readonly text: Pick<Demand, 'title' | 'problem' | 'field'> &
    Partial<Omit<Demand, 'budgetFen' | 'neededBy' | 'title' | 'problem' | 'field'>>
}
