import type { Messages } from '../catalogue'
import { diagnostics } from './diagnostics'
import { findings } from './findings'
import { page } from './page'
import { scene } from './scene'

export const en = {
  'number.unknown': 'not known',
  ...diagnostics,
  ...findings,
  ...page,
  ...scene,
} satisfies Messages
