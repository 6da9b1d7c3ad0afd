import { help } from '../zh/help.js'
import { addArea } from '../zh-table.js'

addArea(help)
