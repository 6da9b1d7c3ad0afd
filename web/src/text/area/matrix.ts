import { matrix } from '../zh/matrix.js'
import { addArea } from '../zh-table.js'

addArea(matrix)
