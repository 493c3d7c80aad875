import { analyse } from '../../analysis/analyse'
import { fileSteps } from '../../export/formats/svg'
import { exported } from '../../export/pages'
import type { ExportedPage, Part, Request, Source } from '../../export/request'
import { placeOrg } from '../../layout/place'
import type { Orientation } from '../../layout/types'
import { roleAt } from '../../model/roles'
import type { Org, RoleId } from '../../model/types'
import { OVERLAYS } from '../../scene/overlays'
import { type Arguments, argumentsOf, READING, UnusableArguments, wordsOf } from '../arguments'
import type { Command } from '../command'
import { open, put, putAll } from '../files'
import { organisationOf } from '../output/problems'

/** Writes the picture: the same as the export dialog. */
export const command: Command = {
  name: 'render',
  usage:
    'render FILE… [--view conventional|flipped|both] [--order mirror|distance] [--size natural|16:9|A4] [--focus ROLE] [--depth N] ' +
    '[--pages] [--theme light|ink] [--overlay NAME] [--hide pay,names] [--everything] [--map …] [--lang CODE] [--out F]',
  does: 'writes the picture as SVG; --pages one file a page into the folder of --out',
  async run(args) {
    const given = argumentsOf(args, {
      view: { type: 'string' },
      order: { type: 'string' },
      format: { type: 'string' },
      size: { type: 'string' },
      focus: { type: 'string' },
      depth: { type: 'string' },
      pages: { type: 'boolean' },
      everything: { type: 'boolean' },
      theme: { type: 'string' },
      overlay: { type: 'string' },
      hide: { type: 'string' },
      ...READING,
    })
    given.oneOf('format', ['svg'], 'svg')
    const view = given.oneOf('view', ['conventional', 'flipped', 'both'], 'flipped')
    const order = given.oneOf('order', ['mirror', 'distance'], 'distance')
    const overlay = given.oneOf('overlay', OVERLAYS, 'findings')
    const settled = {
      kind: 'svg',
      size: given.oneOf('size', ['natural', '16:9', 'A4'], 'natural'),
      hide: hiddenBy(given),
      theme: given.oneOf('theme', ['light', 'ink'], 'light'),
      ratio: 1,
      paper: 'one',
    } as const
    const words = wordsOf(given)
    const folder = given.is('pages') ? given.text('out') : undefined
    if (given.is('pages') && (folder === undefined || folder === '-'))
      throw new UnusableArguments('--pages writes several files: name a folder for them with --out.')
    const org = organisationOf(await open(given.files, given.text('map'), given.text('sheet')), words)
    if (!org) return 1
    const orientation: Orientation = view === 'conventional' ? 'conventional' : 'flipped'
    const chart = placeOrg(org, { orientation, order, folded: foldedBelow(org, given), unstacked: new Set(), isGrouped: true })
    const source: Source = { org, analysis: analyse(org), words, chart, overlays: [overlay] }
    const request: Request = { ...settled, part: partOf(org, given, view === 'both') }
    const { pages } = exported(source, request)
    if (folder === undefined) put(given.text('out'), textOf(pages[0] as ExportedPage))
    else
      putAll(
        folder,
        pages.map((page) => ({ name: `${page.name}.svg`, pieces: textOf(page) })),
      )
    return 0
  },
}

function* textOf(page: ExportedPage): Generator<string> {
  const steps = fileSteps(page)
  for (;;) {
    const { done, value } = steps.next()
    if (!done) continue
    yield* value.pieces
    return
  }
}

/** `--depth` folds what is below it, so it goes with all of them. */
function partOf(org: Org, given: Arguments, isBoth: boolean): Part {
  const focus = given.text('focus')
  const asked = [isBoth && '--view both', focus !== undefined && '--focus', given.is('pages') && '--pages'].filter(Boolean)
  if (asked.length > 1) throw new UnusableArguments(`${asked.join(' and ')} cannot be drawn at once: choose one of them.`)
  if (given.is('pages')) return { kind: 'pages' }
  if (isBoth) return { kind: 'both' }
  if (focus === undefined) return { kind: 'everything' }
  if (roleAt(org, focus) === undefined) throw new UnusableArguments(`--focus takes the id of a role; “${focus}” is none.`)
  return { kind: 'branch', role: focus as RoleId }
}

/** `--hide names`, `--hide pay,names`. */
function hiddenBy(given: Arguments): Request['hide'] {
  const hidden = given.text('hide')?.split(',') ?? []
  const unknown = hidden.find((one) => one !== 'names' && one !== 'pay')
  if (unknown !== undefined) throw new UnusableArguments(`--hide takes pay, names, not “${unknown}”.`)
  return { names: hidden.includes('names'), pay: hidden.includes('pay') }
}

/** Roles of the last layer that is drawn: what is below them is folded away, and counted on them. Under a focus, layers are counted from it. */
function foldedBelow(org: Org, given: Arguments): ReadonlySet<number> {
  const { structure } = org
  const depth = given.number('depth')
  if (depth === undefined) return new Set()
  if (!Number.isInteger(depth) || depth < 1) throw new UnusableArguments('--depth takes a whole number of layers, 1 or more.')
  const above = structure.depth[roleAt(org, given.text('focus') ?? '') ?? -1] ?? 0
  const last = [...structure.depth].flatMap((at, role) => (at === above + depth - 1 && structure.firstChild[role] !== -1 ? [role] : []))
  return new Set(last)
}
