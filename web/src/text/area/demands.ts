import { demands } from '../zh/demands.js'
import { addArea } from '../zh-table.js'

addArea(demands)
