// English: what the page says: `page.<what>`
import type { Messages } from '../catalogue'

export const page = {} satisfies Messages
