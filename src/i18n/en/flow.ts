// English: escalation flow and feedback reach on the chart: `flow.<what>`.
import type { Messages } from '../catalogue'

export const flow = {} satisfies Messages
