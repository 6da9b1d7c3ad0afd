import { sandbox } from '../zh/sandbox.js'
import { addArea } from '../zh-table.js'

addArea(sandbox)
