// English: what can be laid over the chart: `overlay.<id>` ….
import type { Messages } from '../catalogue'

export const overlays = {
  'overlay.show': 'Show',
  'overlay.silent': (p) => `This file says nothing of: ${p.overlays as string}.`,
  'overlay.said': (p) => `The chart shows: ${p.overlay as string}.`,
  'overlay.choose': 'What is shown on the chart',
  'overlay.findings': 'Findings',
  'overlay.about.findings': 'Where cases get stuck',
} satisfies Messages
