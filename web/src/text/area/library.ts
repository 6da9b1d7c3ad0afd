import { library } from '../zh/library.js'
import { addArea } from '../zh-table.js'

addArea(library)
