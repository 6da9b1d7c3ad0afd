import { assignment } from '../zh/assignment.js'
import { addArea } from '../zh-table.js'

addArea(assignment)
