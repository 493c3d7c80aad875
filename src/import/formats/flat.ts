// Flat JSON: one list of objects, each naming itself and who leads it, under whatever names: charts of libraries, answers of interfaces (SCIM,
// Microsoft Graph, OData), JSON Lines. The list may stand in an object (`{ "data": [ … ] }`).
import { gridFormat } from '../gridFormat'
import { listGridsIn } from '../lists'
import { unitsWithPeople } from '../units'

export const format = gridFormat({
  id: 'flat',
  confidence: { least: 0.5, most: 0.85, chosen: 0.95 },
  grids: (source) => [...listGridsIn(source), ...unitsWithPeople(source)],
})
