export { bytesInput, fileInput, type Input } from './input.js'
export { type Document, openDocument } from './read-document.js'
