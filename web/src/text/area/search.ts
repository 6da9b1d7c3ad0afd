import { search } from '../zh/search.js'
import { addArea } from '../zh-table.js'

addArea(search)
