import { budget } from '../zh/budget.js'
import { addArea } from '../zh-table.js'

addArea(budget)
