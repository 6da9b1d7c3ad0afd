import { editor } from '../zh/editor.js'
import { addArea } from '../zh-table.js'

addArea(editor)
