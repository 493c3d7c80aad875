// English: what counts as much, and what was accepted: `judging.<what>`.
import type { Messages } from '../catalogue'

export const judging = {} satisfies Messages
