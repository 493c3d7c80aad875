// English: a change that is tried before it is made: `trial.<what>`.
import type { Messages } from '../catalogue'

export const trial = {} satisfies Messages
