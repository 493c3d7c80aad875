// Where a number comes from.
import type { Messages } from '../catalogue'

export const why = {
  'page.topic.why': 'Why',
  'page.why.ask': '{what}: why?',
} satisfies Messages
