// What the page says when there is little or nothing to show.
import type { Messages } from '../catalogue'

export const states = {} satisfies Messages
