import { versions } from '../zh/versions.js'
import { addArea } from '../zh-table.js'

addArea(versions)
