// What an exported file says of itself.

import type { Messages } from '../catalogue'

export const exporting: Messages = {
  'export.slabs':
    'Seen from far away: a slab is as wide as its branch, and branches too narrow to be seen are one with the next. {boxes} boxes stand in it.',
}
