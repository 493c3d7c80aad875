// English: finding one's way: search, outline, keys, and what is said aloud when the page changes: `find.<what>`
import type { Measured } from '../../base/range'
import type { WordParams, Words } from '../../base/words'
import type { Messages } from '../catalogue'
import { plural } from './plural'

const counted = (one: string, other: string) => (params: WordParams, words: Words) =>
  `${words.number(params.count as Measured)} ${plural(params.count as Measured, one, other)}`

export const find = {
  // search
  'find.search': 'Find a role',
  'find.search.key': '/',
  'find.search.how': 'Find a role: by title, unit or name; customers and kinds of case too',
  'find.search.results': 'What was found',
  'find.search.clear': 'Clear the search',
  'find.search.close': 'Close the search',
  'find.search.none': 'Nothing here is called “{query}”.',
  'find.search.none.said': 'Nothing found',
  'find.search.more': '{count} more. Another word narrows it down.',
  'find.search.count': counted('found', 'found'),
  'find.segment': 'Customers',
  'find.issue': 'Kind of case',

  // outline
  'find.outline': 'Outline',
  'find.outline.show': 'Show the outline',
  'find.outline.hide': 'Put the outline away',
  'find.outline.by': 'How the outline is ordered',
  'find.outline.byLine': 'By reporting line',
  'find.outline.byDistance': 'By distance',
  'find.outline.tree.distance': 'Roles, by their distance to the customer',
  'find.share.unknown': 'share settled on the spot not known',
  'find.flags': ({ high, medium, low, unknown }, words) => {
    const flagged = (high as number) + (medium as number) + (low as number)
    const kinds = [
      [high, 'high'],
      [medium, 'medium'],
      [low, 'low'],
    ] as const
    const list = kinds.flatMap(([count, name]) => ((count as number) > 0 ? [`${words.number(count as number)} ${name}`] : []))
    const said = flagged > 0 ? [`${words.number(flagged)} ${flagged === 1 ? 'flag' : 'flags'} (${words.list(list)})`] : []
    const open = (unknown as number) > 0 ? [`${words.number(unknown as number)} ${unknown === 1 ? 'kind' : 'kinds'} of case not known`] : []
    return [...said, ...open].join(', ')
  },
  'find.flags.short': counted('flag', 'flags'),
  'find.flags.unknown': 'not known',

  // said aloud
  'find.said.conventional': 'Conventional: by reporting line.',
  'find.said.flipped': 'Flipped: customers on top.',
  'find.said.both': 'Both charts, side by side.',
  'find.said.mirror': 'Rows as in the conventional chart, turned over.',
  'find.said.distance': 'Rows by distance to the customer.',
  'find.said.folded': ({ role, count }, words) =>
    `${role as string} folded: ${words.number(count as number)} ${count === 1 ? 'role' : 'roles'} put away.`,
  'find.said.unfolded': ({ role, count }, words) =>
    `${role as string} unfolded: ${words.number(count as number)} ${count === 1 ? 'role' : 'roles'} below.`,
  'find.said.folded.many': '{branches} branches folded.',
  'find.said.unfolded.many': '{branches} branches unfolded.',

  // keys: what they do, and the keys with spaces between
  'find.keys': 'Keys',
  'find.keys.page': 'Anywhere but in lists and fields',
  'find.keys.chart': 'On the chart',
  'find.keys.outline': 'In the outline',
  'find.keys.flip': 'Turn the chart over, and back',
  'find.keys.flip.keys': 'F',
  'find.keys.stands': 'Conventional, flipped, both',
  'find.keys.stands.keys': '1 2 3',
  'find.keys.order': 'Mirror, or by distance',
  'find.keys.order.keys': 'M',
  'find.keys.overlay': 'Show something else on the chart',
  'find.keys.overlay.keys': 'L',
  'find.keys.search': 'Find a role',
  'find.keys.search.keys': '/',
  'find.keys.outline.toggle': 'Show the outline, or put it away',
  'find.keys.outline.toggle.keys': 'O',
  'find.keys.present': 'Present',
  'find.keys.present.keys': 'P',
  'find.keys.export': 'Export',
  'find.keys.export.keys': 'E',
  'find.keys.undo': 'Undo',
  'find.keys.undo.keys': 'Ctrl Z',
  'find.keys.redo': 'Redo',
  'find.keys.redo.keys': 'Ctrl Shift Z',
  'find.keys.letGo': 'Close, let go, one step back',
  'find.keys.letGo.keys': 'Esc',
  'find.keys.help': 'This list',
  'find.keys.help.keys': '?',
  'find.keys.move': 'From box to box',
  'find.keys.move.keys': '← ↑ → ↓',
  'find.keys.ends': 'Ends of a row, first and last row',
  'find.keys.ends.keys': 'Home End PgUp PgDn',
  'find.keys.enter': 'Open it; again, follow a case',
  'find.keys.enter.keys': 'Enter',
  'find.keys.foldBox': 'Fold it, unfold it; with Shift everything below',
  'find.keys.foldBox.keys': 'Space',
  'find.keys.levels': 'One level less, one more',
  'find.keys.levels.keys': '[ ]',
  'find.keys.pan': 'Move the chart',
  'find.keys.pan.keys': 'Shift ← ↑ → ↓',
  'find.keys.zoom': 'Closer, farther',
  'find.keys.zoom.keys': '+ −',
  'find.keys.fit': 'Fit all, 100 %, fit the selection',
  'find.keys.fit.keys': '0 9 .',
  'find.keys.hold': 'Stop a turn, let it go on',
  'find.keys.hold.keys': 'Space',
  'find.keys.walk': 'Line by line, first, last',
  'find.keys.walk.keys': '↑ ↓ Home End',
  'find.keys.branch': 'Open a branch, close it',
  'find.keys.branch.keys': '→ ←',
  'find.keys.siblings': 'Open every branch beside this one',
  'find.keys.siblings.keys': '*',
  'find.keys.choose': 'Choose, on the chart too',
  'find.keys.choose.keys': 'Enter',
  'find.keys.type': 'The next title that begins with these letters',
  'find.keys.type.keys': 'A … Z',
  'find.keys.note':
    'In lists, fields and menus letters are what one types. Click the chart, or go to it with Tab, and they are keys again.',
} satisfies Messages
