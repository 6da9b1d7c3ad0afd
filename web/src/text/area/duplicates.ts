import { duplicates } from '../zh/duplicates.js'
import { addArea } from '../zh-table.js'

addArea(duplicates)
