import { reports } from '../zh/reports.js'
import { addArea } from '../zh-table.js'

addArea(reports)
