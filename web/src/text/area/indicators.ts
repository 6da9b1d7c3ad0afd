import { indicators } from '../zh/indicators.js'
import { addArea } from '../zh-table.js'

addArea(indicators)
