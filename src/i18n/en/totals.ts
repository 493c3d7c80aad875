// English: the page of totals: `totals.<what>`.
import type { Messages } from '../catalogue'

export const totals = {} satisfies Messages
