import { matchingAudit } from '../zh/matching-audit.js'
import { addArea } from '../zh-table.js'

addArea(matchingAudit)
