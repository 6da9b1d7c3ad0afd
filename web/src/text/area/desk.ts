import { desk } from '../zh/desk.js'
import { addArea } from '../zh-table.js'

addArea(desk)
