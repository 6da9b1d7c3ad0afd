import { createStaffClient, type StaffClient } from '@kehui/server/client'
import { READER } from './api.js'

/** The server for the pages of the workbench and the cockpit: readers of the others do not load it. */
export const staffApi: StaffClient = createStaffClient(READER)
