// What the panel tells of a role, a segment, an issue type.
import type { Messages } from '../catalogue'

export const inspect = {
  'page.topic.back': 'Back',
  'page.topic.close': 'Close',
  'page.topic.role': 'Role',
  'page.topic.segment': 'Customers',
  'page.topic.issue': 'Kind of case',
} satisfies Messages
