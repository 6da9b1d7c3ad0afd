import { records } from '../zh/records.js'
import { addArea } from '../zh-table.js'

addArea(records)
