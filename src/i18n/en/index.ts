import type { Messages } from '../catalogue'
import { cli } from './cli'
import { diagnostics } from './diagnostics'
import { dialog } from './dialog'
import { exporting } from './export'
import { find } from './find'
import { findings } from './findings'
import { flow } from './flow'
import { follow } from './follow'
import { help } from './help'
import { imported } from './import'
import { inspect } from './inspect'
import { judging } from './judging'
import { keep } from './keep'
import { overlays } from './overlays'
import { page } from './page'
import { present } from './present'
import { scene } from './scene'
import { states } from './states'
import { totals } from './totals'
import { trial } from './trial'
import { why } from './why'

export const en = {
  'number.unknown': 'not known',
  ...cli,
  ...diagnostics,
  ...exporting,
  ...findings,
  ...page,
  ...find,
  ...follow,
  ...help,
  ...imported,
  ...inspect,
  ...keep,
  ...present,
  ...states,
  ...why,
  ...dialog,
  ...flow,
  ...judging,
  ...overlays,
  ...totals,
  ...trial,
  ...scene,
} satisfies Messages
