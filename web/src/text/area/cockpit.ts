import { cockpit } from '../zh/cockpit.js'
import { addArea } from '../zh-table.js'

addArea(cockpit)
