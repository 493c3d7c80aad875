// English: what can be laid over the chart: `overlay.<id>` ….
import type { Messages } from '../catalogue'

export const overlays = {
  'overlay.show': 'Show',
  'overlay.choose': 'What is shown on the chart',
  'overlay.findings': 'Findings',
  'overlay.about.findings': 'Where cases get stuck',
} satisfies Messages
