import { digests } from '../zh/digests.js'
import { addArea } from '../zh-table.js'

addArea(digests)
