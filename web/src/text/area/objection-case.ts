import { objectionCase } from '../zh/objection-case.js'
import { addArea } from '../zh-table.js'

addArea(objectionCase)
