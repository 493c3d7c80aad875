// Nothing is lost: autosave, recent files, saving.
import type { Messages } from '../catalogue'

export const keep = {} satisfies Messages
