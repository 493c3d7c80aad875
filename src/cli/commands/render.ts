import { analyse } from '../../analysis/analyse'
import { writeSvg } from '../../export/formats/svg'
import { wordsFor } from '../../i18n/words'
import { placeOrg } from '../../layout/place'
import type { Org } from '../../model/types'
import { themeFor } from '../../scene/theme'
import { type Arguments, argumentsOf, UnusableArguments } from '../arguments'
import type { Command } from '../command'
import { open, put } from '../files'
import { noOrganisation } from '../output/problems'

/** Writes the picture. */
export const command: Command = {
  name: 'render',
  usage: 'render FILE… [--view conventional|flipped] [--order mirror|distance] [--size natural|16:9] [--depth N] [--lang CODE] [--out F]',
  does: 'writes the picture as SVG',
  run(args) {
    const given = argumentsOf(args, {
      view: { type: 'string' },
      order: { type: 'string' },
      format: { type: 'string' },
      size: { type: 'string' },
      depth: { type: 'string' },
      everything: { type: 'boolean' },
      theme: { type: 'string' },
      map: { type: 'string' },
      lang: { type: 'string' },
      out: { type: 'string' },
    })
    given.oneOf('format', ['svg'], 'svg')
    const orientation = given.oneOf('view', ['conventional', 'flipped'], 'flipped')
    const order = given.oneOf('order', ['mirror', 'distance'], 'distance')
    const size = given.oneOf('size', ['natural', '16:9'], 'natural')
    const theme = themeFor(given.oneOf('theme', ['light'], 'light'))
    const opened = open(given.files, given.text('map'))
    const words = wordsFor(given.text('lang') ?? 'en')
    const { org } = opened
    if (!org) return noOrganisation(opened, words)
    const folded = foldedBelow(org, given)
    const chart = placeOrg(org, { orientation, order, folded, unstacked: new Set(), isGrouped: true })
    const file = writeSvg({ org, analysis: analyse(org), chart, theme, words, size, what: 'everything' })
    put(given.text('out'), [file.text])
    return 0
  },
}

/** Roles of the last layer that is drawn: what is below them is folded away. */
function foldedBelow(org: Org, given: Arguments): ReadonlySet<number> {
  const depth = given.number('depth')
  if (depth === undefined) return new Set()
  if (!Number.isInteger(depth) || depth < 1) throw new UnusableArguments('--depth takes a whole number of layers, 1 or more.')
  const last = org.roleIds.flatMap((_, role) => (org.structure.depth[role] === depth - 1 ? [role] : []))
  return new Set(last)
}
