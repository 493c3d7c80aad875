// A case hand by hand, and the way between two roles.
import type { Messages } from '../catalogue'

export const follow = {
  'page.topic.case': 'Followed case',
  'page.topic.way': 'The way between two roles',
} satisfies Messages
