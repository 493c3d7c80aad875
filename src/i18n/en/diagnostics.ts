// English: what is wrong in a file, where, and what was done about it: `diagnostic.<code>`, `done.<code>`
import type { Messages } from '../catalogue'

export const diagnostics = {} satisfies Messages
