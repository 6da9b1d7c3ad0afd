import { follow } from '../zh/follow.js'
import { addArea } from '../zh-table.js'

addArea(follow)
