// An approval matrix: roles or titles down, kinds of authority across, or the other way round; amounts and ticks in the cells.
import { authorityFormat } from '../authorityFormat'
import { tablesIn } from '../tables'

export const format = authorityFormat('matrix', tablesIn)
