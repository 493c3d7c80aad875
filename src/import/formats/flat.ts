// Flat JSON: one list of objects, each naming itself and who leads it, under whatever names: charts of libraries, answers of interfaces (SCIM,
// Microsoft Graph, OData), JSON Lines. The list may stand in an object (`{ "data": [ … ] }`).
import { gridOf } from '../grid'
import { gridFormat } from '../gridFormat'
import { listsIn } from '../lists'

const MOST_LISTS = 6

export const format = gridFormat({
  id: 'flat',
  confidence: { least: 0.5, most: 0.85, chosen: 0.95 },
  grids: (source) => {
    const json = source.json()
    if (json.kind !== 'value') return []
    return listsIn(json.value)
      .slice(0, MOST_LISTS)
      .map(({ name, rows, at, strangers }) => ({ name, grid: gridOf(rows, at, strangers) }))
  },
})
