export {
  checkRelations,
  type KnownRelation,
  type RelationDraft,
  type RelationEnd,
  type RelationProblem,
} from './check-relations.js'
export {
  findRelationType,
  type NamedRelation,
  RELATION_TYPES,
  type RelationType,
  suggestRelationType,
} from './relation-type.js'
