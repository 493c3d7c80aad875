import type { Messages } from '../catalogue'
import { cli } from './cli'
import { diagnostics } from './diagnostics'
import { findings } from './findings'
import { page } from './page'
import { scene } from './scene'

export const en = {
  'number.unknown': 'not known',
  ...cli,
  ...diagnostics,
  ...findings,
  ...page,
  ...scene,
} satisfies Messages
