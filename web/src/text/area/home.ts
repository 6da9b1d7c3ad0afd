import { home } from '../zh/home.js'
import { addArea } from '../zh-table.js'

addArea(home)
