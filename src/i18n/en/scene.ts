// English: what stands on the chart: `scene.<what>`
import type { Messages } from '../catalogue'

export const scene = {} satisfies Messages
