import type { records as zh } from '../zh/records.js'

export const records: Record<keyof typeof zh, string> = {
  'records.based': 'Based on {count}: {label}',
  'records.more': '…',
}
