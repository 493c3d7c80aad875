// English: what the command line says besides findings and diagnostics: `check.<what>`, `report.<what>`
import type { Measured } from '../../base/range'
import type { Messages } from '../catalogue'
import { plural } from './plural'

export const cli = {
  'check.file': (p, w) =>
    `${p.name}: read as ${p.format}, ${w.number(p.records as number)} ${plural(p.records as number, 'record', 'records')}`,
  'check.people': (p, w) =>
    `${w.number(p.read as number)} read = ${w.number(p.placed as number)} placed + ${w.number(p.leftOut as number)} left out; ` +
    `${w.number(p.roles as number)} ${plural(p.roles as Measured, 'role', 'roles')}, ${w.number(p.tops as number)} at the top, ` +
    `${w.number(p.layers as number)} ${plural(p.layers as Measured, 'layer', 'layers')}, widest span ${w.number(p.widestSpan as number)}`,
  'check.error': 'Error',
  'check.warning': 'Warning',
  'check.note': 'Note',
  'report.flagged': (p, w) => `${w.number(p.count as number)} flagged`,
  'report.unknown': (p, w) => `${w.number(p.count as number)} not known`,
  'report.settled': '{share} settled on the spot ({settled} of {contacts})',
  'report.handoffs': '{handOffs} hand-offs, {hours} waiting, {cost} for asking',
  'report.unresolved': '{unresolved} never settled',
  'report.risk': '{risk} at risk {period}',
  'report.severity.high': 'high',
  'report.severity.medium': 'medium',
  'report.severity.low': 'low',
  'report.severity.none': 'not known',
} satisfies Messages
