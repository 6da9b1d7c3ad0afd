import { leads } from '../zh/leads.js'
import { addArea } from '../zh-table.js'

addArea(leads)
