export { cutChinese } from './cut.js'
