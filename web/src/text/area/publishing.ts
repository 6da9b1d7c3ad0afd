import { publishing } from '../zh/publishing.js'
import { addArea } from '../zh-table.js'

addArea(publishing)
