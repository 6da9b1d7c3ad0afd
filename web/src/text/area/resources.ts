import { resources } from '../zh/resources.js'
import { addArea } from '../zh-table.js'

addArea(resources)
