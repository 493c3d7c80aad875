// English: what an exported file says of itself, and of what is in it: `export.<what>`
import type { Words } from '../../base/words'
import type { Messages } from '../catalogue'
import { plural } from './plural'

const rolesOf = (count: unknown, w: Pick<Words, 'number'>) => `${w.number(count as number)} ${plural(count as number, 'role', 'roles')}`
const isOne = (count: unknown) => count === 1

export const exporting = {
  'export.slabs':
    'Seen from far away: a slab is as wide as its branch, and branches too narrow to be seen are one with the next. {boxes} boxes stand in it.',
  'export.below': '+{count} below',
  'export.below.short': '+{count}',
  'export.below.about': (p, w) => `${rolesOf(p.count, w)} below ${p.role} ${isOne(p.count) ? 'is' : 'are'} not on this page`,
  'export.below.page': '+{count}, page {page}',
  'export.below.page.about': (p, w) => `${rolesOf(p.count, w)} below ${p.role} ${isOne(p.count) ? 'is' : 'are'} on page ${p.page}`,
  'export.above.page': 'page {page}',
  'export.above.page.about': 'Whom {role} reports to is on page {page}',
  'export.cut': (p, w) =>
    `${rolesOf(p.count, w)} ${isOne(p.count) ? 'is' : 'are'} not on this page: a mark on a box says how many are below it.`,
  'export.branch': (p, w) => `${p.role} and the ${rolesOf(p.count, w)} below`,
  'export.branch.alone': '{role}',
  'export.branch.under': 'Under {path}',
  'export.branch.top': 'At the top of {name}',
  'export.branch.numbers': '{whose}. {ofAll}',
  'export.part.customers': 'Customers are those of the whole organisation.',
  'export.part.customers-totals': 'Customers and totals are those of the whole organisation.',
  'export.part.totals': 'Totals are those of the whole organisation.',
  'export.levels': (p) => (isOne(p.count) ? 'top-level' : `top-${p.count}-levels`),
  'export.page.teams': (p, w) => {
    const [heads, more] = [p.heads as readonly string[], p.more as number]
    return w.list(more === 0 ? heads : [...heads, `${w.number(more)} more`])
  },
  'export.page.times': '{head} ×{count}',
  'export.page.overview': '{name} from the top',
  'export.overview': 'overview',
  'export.page.piece': '{head}, {piece} of {pieces}',
  'export.page.of': 'Page {page} of {pages}',
  'export.contents': 'Contents',
  'export.contents.first': (p, w) => `${p.name}: ${rolesOf(p.roles, w)} on ${w.number(p.pages as number)} pages`,
  'export.contents.second':
    'A mark on a box says where its branch goes on: “+37, page 12” is 37 roles, the first of them on page 12. Over a team it says where its head stands.',
  'export.contents.roles': (p, w) => rolesOf(p.count, w),
  'export.report.title': '{name}: where customers meet authority',
  'export.report.cards': (p, w) =>
    `${p.stuck === 0 ? 'What' : `Cases get stuck in ${w.number(p.stuck as number)} ${plural(p.stuck as number, 'place', 'places')}; what`} matters most, of ${w.number(p.count as number)} ${plural(p.count as number, 'card', 'cards')}`,
  'export.report.remedy': 'One way: {remedy}.',
  'export.report.roadblocks': 'Whose rules stand in the way',
  'export.report.roadblock': (p, w) =>
    `${p.role}: ${w.number(p.contacts as number)} ${plural(p.contacts as number, 'case', 'cases')} ${p.period}`,
  'export.report.guessed': '(in part a guess: no owner is recorded)',
  'export.report.unknown': 'What is not known',
  'export.report.unjudged': (p, w) =>
    `${w.number(p.count as number)} ${plural(p.count as number, 'finding', 'findings')} could not be judged by what the file says.`,
} satisfies Messages
