import { facts } from '../zh/facts.js'
import { addArea } from '../zh-table.js'

addArea(facts)
