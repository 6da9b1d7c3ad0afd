import { chain } from '../zh/chain.js'
import { addArea } from '../zh-table.js'

addArea(chain)
