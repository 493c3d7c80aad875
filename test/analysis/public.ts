export { analyse } from '../../src/analysis/analyse'
export type { Analysis, Finding } from '../../src/analysis/types'
