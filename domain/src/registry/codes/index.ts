export { type CodeList, codeList, findCode } from './code-list.js'
export { INDUSTRIES, industryOf } from './industry.js'
export * from './lists.js'
