import { needChannels } from '../zh/need-channels.js'
import { addArea } from '../zh-table.js'

addArea(needChannels)
