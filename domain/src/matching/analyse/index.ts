export { type AnalysedQuery, Analyser, type Cut, type Span } from './analyser.js'
export { fold } from './fold.js'
export { joinVocabularies, NO_VOCABULARY, type Vocabulary } from './vocabulary.js'
