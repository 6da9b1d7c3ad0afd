import { forms } from '../zh/forms.js'
import { addArea } from '../zh-table.js'

addArea(forms)
