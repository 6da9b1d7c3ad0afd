import { imports } from '../zh/imports.js'
import { addArea } from '../zh-table.js'

addArea(imports)
