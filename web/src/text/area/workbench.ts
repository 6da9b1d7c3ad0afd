import { workbench } from '../zh/workbench.js'
import { addArea } from '../zh-table.js'

addArea(workbench)
