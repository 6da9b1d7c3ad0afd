import { runs } from '../zh/runs.js'
import { addArea } from '../zh-table.js'

addArea(runs)
