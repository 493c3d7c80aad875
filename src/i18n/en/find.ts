// Search, outline, map, keys.
import type { Messages } from '../catalogue'

export const find = {} satisfies Messages
