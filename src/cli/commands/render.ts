import { analyse } from '../../analysis/analyse'
import { type Box, unionOf } from '../../base/geometry'
import { rowsOf, tableOf } from '../../base/table'
import { writeSvg } from '../../export/formats/svg'
import { focusedView } from '../../export/page'
import { placeOrg } from '../../layout/place'
import type { Layout, Orientation } from '../../layout/types'
import { PERSON_COLUMNS } from '../../model/columns'
import { roleAt } from '../../model/roles'
import type { Org, Person } from '../../model/types'
import { OVERLAYS } from '../../scene/overlays'
import { themeFor } from '../../scene/theme'
import { type Arguments, argumentsOf, READING, UnusableArguments, wordsOf } from '../arguments'
import type { Command } from '../command'
import { open, put } from '../files'
import { organisationOf } from '../output/problems'

/** Writes the picture. */
export const command: Command = {
  name: 'render',
  usage:
    'render FILE… [--view conventional|flipped|both] [--order mirror|distance] [--size natural|16:9] [--focus ROLE] [--depth N] ' +
    '[--theme light|ink] [--overlay NAME] [--hide pay,names] [--everything] [--map …] [--lang CODE] [--out F]',
  does: 'writes the picture as SVG',
  async run(args) {
    const given = argumentsOf(args, {
      view: { type: 'string' },
      order: { type: 'string' },
      format: { type: 'string' },
      size: { type: 'string' },
      focus: { type: 'string' },
      depth: { type: 'string' },
      everything: { type: 'boolean' },
      theme: { type: 'string' },
      overlay: { type: 'string' },
      hide: { type: 'string' },
      ...READING,
    })
    given.oneOf('format', ['svg'], 'svg')
    const view = given.oneOf('view', ['conventional', 'flipped', 'both'], 'flipped')
    const order = given.oneOf('order', ['mirror', 'distance'], 'distance')
    const size = given.oneOf('size', ['natural', '16:9'], 'natural')
    const theme = themeFor(given.oneOf('theme', ['light', 'ink'], 'light'))
    const overlays = [given.oneOf('overlay', OVERLAYS, 'findings')]
    const words = wordsOf(given)
    const hidesNames = isHidden(given, 'names')
    const whole = organisationOf(await open(given.files, given.text('map'), given.text('sheet')), words)
    if (!whole) return 1
    const org = hidesNames ? withoutNames(whole) : whole
    const folded = foldedBelow(org, given)
    const place = (orientation: Orientation) => placeOrg(org, { orientation, order, folded, unstacked: new Set(), isGrouped: true })
    const chart = place(view === 'flipped' ? 'flipped' : 'conventional')
    const analysis = analyse(org)
    const part = branchBox(org, chart, given)
    const what = part ? 'view' : 'everything'
    const file = writeSvg({
      ...{ org, analysis, chart, theme, words, size, what, overlays },
      ...(part ? { view: focusedView({ org, analysis, words, medium: 'slide' }, chart, part, size) } : {}),
      ...(view === 'both' ? { beside: place('flipped') } : {}),
    })
    put(given.text('out'), [file.text])
    return 0
  },
}

/** `--hide names`, `--hide pay,names`; pay is never drawn. */
function isHidden(given: Arguments, what: 'names' | 'pay'): boolean {
  const hidden = given.text('hide')?.split(',') ?? []
  const unknown = hidden.find((one) => one !== 'names' && one !== 'pay')
  if (unknown !== undefined) throw new UnusableArguments(`--hide takes pay, names, not “${unknown}”.`)
  return hidden.includes(what)
}

/** The same organisation without anybody's name. */
function withoutNames(org: Org): Org {
  const { people, ...doc } = org.doc
  return people
    ? {
        ...org,
        doc: {
          ...doc,
          people: tableOf(
            PERSON_COLUMNS,
            rowsOf(people).map(({ name: _, ...person }): Person => person),
          ),
        },
      }
    : org
}

const FLAGS_HEIGHT = 72

/** What the branch of `--focus ROLE` covers of the chart; null without a focus. */
function branchBox(org: Org, chart: Layout, given: Arguments): Box | null {
  const focus = given.text('focus')
  if (focus === undefined) return null
  const top = roleAt(org, focus)
  if (top === undefined) throw new UnusableArguments(`--focus takes the id of a role; “${focus}” is none.`)
  const { preorder, branchSize } = org.structure
  const from = preorder.indexOf(top)
  const roles = [...preorder.subarray(from, from + (branchSize[top] as number))].map((role) => chart.boxOf[role] as number)
  const at = (column: ArrayLike<number>, role: number) => column[role] as number
  // Flags stand over the cards of those who meet customers.
  const above = chart.placing.orientation === 'flipped' ? FLAGS_HEIGHT : 0
  return unionOf(
    roles.map((role) => ({
      x: at(chart.x, role),
      y: at(chart.y, role) - above,
      width: at(chart.w, role) + at(chart.edges, role),
      height: at(chart.h, role) + at(chart.edges, role) + above,
    })),
  )
}

/** Roles of the last layer that is drawn: what is below them is folded away. */
function foldedBelow(org: Org, given: Arguments): ReadonlySet<number> {
  const depth = given.number('depth')
  if (depth === undefined) return new Set()
  if (!Number.isInteger(depth) || depth < 1) throw new UnusableArguments('--depth takes a whole number of layers, 1 or more.')
  const last = [...org.structure.depth].flatMap((at, role) => (at === depth - 1 ? [role] : []))
  return new Set(last)
}
