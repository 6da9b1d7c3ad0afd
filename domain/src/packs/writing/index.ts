export { Parameter, parametersOf } from './parameters.js'
export { Word, wordsFor } from './words.js'
