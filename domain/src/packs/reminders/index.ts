export * from './introduction-text.js'
export { type MatchContent, matchText } from './match-text.js'
export { type NoticeContent, noticeText, type Told } from './notice-text.js'
export { type Following, type WindowContent, type WindowNotice, windowNotices } from './window-notices.js'
