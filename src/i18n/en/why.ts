// Where a number comes from.
import type { Messages } from '../catalogue'

export const why = {
  'page.topic.why': 'Why',
} satisfies Messages
