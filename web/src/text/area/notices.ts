import { notices } from '../zh/notices.js'
import { addArea } from '../zh-table.js'

addArea(notices)
