// English: the export dialog: `dialog.<what>`.
import type { Messages } from '../catalogue'

export const dialog = {} satisfies Messages
