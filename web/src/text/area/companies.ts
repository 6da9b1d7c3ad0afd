import { companies } from '../zh/companies.js'
import { addArea } from '../zh-table.js'

addArea(companies)
