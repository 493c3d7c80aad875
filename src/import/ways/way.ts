// A way to say who leads whom: tried on a grid, it gives the linkages it finds there.
import type { Grid } from '../grid'
import type { Linkage } from '../linkage'

export type Way = (grid: Grid) => readonly Linkage[]
