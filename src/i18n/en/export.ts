// English: what an exported file says of itself, and of what is in it: `export.<what>`
import type { Messages } from '../catalogue'
import { plural } from './plural'

export const exporting = {
  'export.slabs':
    'Seen from far away: a slab is as wide as its branch, and branches too narrow to be seen are one with the next. {boxes} boxes stand in it.',
  'export.report.title': '{name}: where customers meet authority',
  'export.report.cards': (p, w) =>
    `${w.number(p.count as number)} ${plural(p.count as number, 'place', 'places')} where cases get stuck or cost more than they should; the ones that matter most`,
  'export.report.remedy': 'One way: {remedy}.',
  'export.report.roadblocks': 'Whose rules stand in the way',
  'export.report.roadblock': (p, w) =>
    `${p.role}: ${w.number(p.contacts as number)} ${plural(p.contacts as number, 'case', 'cases')} ${p.period}`,
  'export.report.guessed': '(in part a guess: no owner is recorded)',
  'export.report.unknown': 'What is not known',
  'export.report.unjudged': (p, w) =>
    `${w.number(p.count as number)} ${plural(p.count as number, 'finding', 'findings')} could not be judged by what the file says.`,
} satisfies Messages
