// The story on the whole screen.
import type { Messages } from '../catalogue'

export const present = {} satisfies Messages
