import { portrait } from '../zh/portrait.js'
import { addArea } from '../zh-table.js'

addArea(portrait)
