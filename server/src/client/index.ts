export type {
  Completeness,
  Lacking,
  LadderStanding,
  StepProgramme,
  StepStanding,
  UsefulFact,
} from '@kehui/domain/packs/portrait'
export type {
  AmountFen,
  Benefit,
  Citation,
  Mode,
  Nearest,
  Result,
  TermTrace,
  Trace,
  Verdict,
} from '@kehui/domain/rules'
export type {
  CompanyList,
  MatrixCell,
  MatrixChange,
  MatrixChanges,
  MatrixColumn,
  MatrixHead,
  MatrixOptions,
  MatrixRow,
  NewCompanyList,
} from '../assessments/schema.js'
export type {
  AloneRows,
  BlockingRows,
  ChangeRows,
  FileQuery as AssignmentFileQuery,
  FoundMembers,
  NewRegistryRound,
  PairRow,
  PairRows,
  PairsQuery,
  RoundFigures,
  RoundItem,
  RoundPreview,
  RoundView,
} from '../assignment/schema.js'
export type { Allocation, Budget, BudgetCost, BudgetKind, BudgetProgramme } from '../budget/schema.js'
export type {
  ActOnDemand,
  DemandClarity,
  DemandContent,
  DemandDetail,
  DemandItem,
  DemandList,
  DemandQuery,
  DemandView,
} from '../demands/schema.js'
export type { DemandImport, DemandTable, DemandTableRow } from '../demands/table/schema.js'
export type { CallNote, CallNoteList, NewCallNote } from '../desk/schema.js'
export type {
  DigestDetail,
  DigestItem,
  NewDigest,
  Picks as DigestPicks,
  Redrafted,
} from '../digests/schema.js'
export type {
  ActOnDuplicate,
  Duplicate,
  DuplicateList,
  DuplicateSide,
  FoundDuplicates,
} from '../duplicates/schema.js'
export type {
  FormCell,
  FormColumn,
  FormItem,
  FormList,
  FormRow,
  FormSection,
  FormWish,
  SelfAssessment,
  WhatIfColumn,
} from '../forms/schema.js'
export type { Health } from '../http/health.js'
export type { ImportItem, ImportList, ImportMapping, ImportPreview } from '../imports/schema.js'
export type {
  IndicatorComparison,
  IndicatorContradiction,
  IndicatorFigure,
  IndicatorOverview,
  NamedIndicators,
  NameIndicator,
  Naming,
  NamingPreview,
} from '../indicators/schema.js'
export type { Batch, BatchFile, NewBatch } from '../ingest/batches/schema.js'
export type {
  DecideFact,
  DraftFile,
  FactState,
  Report,
  ReportFact,
  ReportItem,
  SourcedDraft,
} from '../ingest/schema.js'
export type {
  ActOnIntroduction,
  IntroductionDetail,
  IntroductionItem,
  IntroductionList,
  IntroductionQuery,
} from '../introductions/schema.js'
export type {
  FreezeLeads,
  LeadComparison,
  LeadDetail,
  LeadEntries,
  LeadEntry,
  LeadList,
  LeadLists,
  LeadPreview,
  LeadProgramme,
} from '../leads/schema.js'
export type {
  MatchingState,
  NeedMatch,
  NeedMatches,
  OfferMatch,
  OfferMatches,
} from '../matching/schema.js'
export type {
  AdoptRanking,
  AuditGroup,
  MatchingAudit,
  RankingComparison,
  RankingView,
  Rate as MatchingRate,
  TestSetItem,
  TestSetList,
} from '../matching-audit/schema.js'
export type {
  ChangeFollow,
  Follow,
  FollowList,
  NewFollow,
  Notice,
  NoticeKind,
  NoticeList,
  Unfollowed,
} from '../notices/schema.js'
export type {
  ActOnObjection,
  Condition as ObjectedCondition,
  ObjectionDetail,
  ObjectionItem,
  ObjectionList,
  RaiseObjection,
  Standing,
} from '../objections/schema.js'
export type { Call, Entry, Package, Question, WhatIf, Window } from '../packages/schema.js'
export type { Portrait, PortraitFact, PortraitProgramme, Trend } from '../portrait/schema.js'
export type { Calendar, CalendarDay } from '../programmes/calendar.js'
export type {
  FacetOption,
  FoundText,
  ProgrammeDetail,
  ProgrammeItem,
  ProgrammeList,
  TextNode,
} from '../programmes/schema.js'
export type { LibraryStanding } from '../programmes/standing.js'
export type { ToldChange, VersionComparison, VersionList } from '../programmes/versions.js'
export type {
  ActOnDraft,
  CreateDraft,
  DraftDetail,
  DraftHistory,
  DraftItem,
  DraftReading,
  DraftReport,
  DraftStep,
  Effect,
  EffectRow,
  PublishingList,
} from '../publishing/schema.js'
export type {
  EntitlementChangeView,
  Entitlements,
  EntitlementView,
  FactFault,
  FactFaults,
  RegionRun,
  RegionRunDetail,
  RegionRuns,
  RunChanges,
  RunProgrammeView,
} from '../region-run/schema.js'
export type {
  ChainBlock,
  ChainDetail,
  ChainFound,
  ChainItem,
  ChainLink,
  ChainOverview,
  ChainPicture,
  ChainPlace,
  ChainRow,
  ChainStage,
  ChainTable,
  Partner,
} from '../registry/chain/schema.js'
export type {
  CommitImport,
  ImportCheck,
  ImportSuggestion,
  LoadResult,
  ResourceImport,
  ResourceImportList,
  ResourceImportPreview,
} from '../registry/imports/schema.js'
export type {
  NewRelationBody,
  RelationItem,
  RelationList,
  RelationTypeList,
} from '../registry/relations/schema.js'
export type { KindInfo, ResourceDetail, ResourceField } from '../registry/resources/schema.js'
export type {
  CreateSubject,
  FactCell,
  FactInfo,
  FactRow,
  RecordInfo,
  RegionInfo,
  SavedFacts,
  SaveFacts,
  SubjectDetail,
  SubjectFacts,
  SubjectItem,
  SubjectList,
  SubjectPacks,
} from '../registry/schema.js'
export type {
  Reach,
  SandboxAnswer,
  SandboxAsk,
  SandboxCheck,
  SandboxFileAsk,
  SandboxGroup,
  SandboxResult,
  SandboxSettled,
  SandboxSide,
  SandboxStart,
  SandboxSubject,
} from '../sandbox/schema.js'
export type { Found, FoundItem, SavedSearch, SaveSearch, SearchQuery } from '../search/schema.js'
export type { MadeWebhook, Webhook } from '../webhooks/schema.js'
export type { ChangeFilters, ExportFilters, MatrixFilters, RowFilters } from './assessments.js'
export type { AllocationAsk, BudgetAsk } from './budget.js'
export type { ChainTableAsk, StagesAsk } from './chain.js'
export { type Client, createClient } from './client.js'
export { ApiError } from './error.js'
export { type FormAsk, formFileUrl } from './forms.js'
export type { LeadEntryFilters } from './leads.js'
export type { ProgrammeAsk, ProgrammeFilters } from './library.js'
export { createPortalClient, type PortalClient } from './portal-client.js'
export type { EntitlementFilters, RunChangeFilters } from './region-run.js'
export type { ClientOptions, InLang } from './request.js'
export { createStaffClient, type StaffClient } from './staff-client.js'
export type { PackageAsk, SubjectFilters, TryAsk } from './subjects.js'
