import { calendar } from '../zh/calendar.js'
import { addArea } from '../zh-table.js'

addArea(calendar)
