// What would change it everywhere at once. Where a card speaks of all roles of a title, a power given to the title is one line of the file; else
// the same is done at each of its places, as one step.
import type { Edit } from '../model/edits/edit'
import { titleRef } from '../model/titles'
import type { Detector } from './finding'
import { limitsRaisedOfTitle } from './remedies'
import { rowAbout } from './rows'
import type { Survey } from './survey'
import type { Finding } from './types'

/** At more places than these what would change it is offered place by place. */
const AT_MOST = 50

/** `roles`: where it is said; `places`: subjects of the rule, asked for where there are few; `first`: what it says of one of them, at `place`. */
export function remediesEverywhere(
  survey: Survey,
  detector: Detector,
  first: Finding,
  place: number,
  roles: Int32Array,
  places: () => Int32Array,
): readonly Edit[] {
  const title = titleRef(survey.org.doc, roles)
  if (title !== null) {
    const pair = detector.of === 'pair' ? survey.pair(place) : null
    const limits = pair && detector.code === 'F02' ? limitsRaisedOfTitle(pair, title) : []
    const given = first.remedies.flatMap((edit): readonly Edit[] =>
      edit.kind === 'grant' && edit.grant.id === undefined ? [{ ...edit, grant: { ...edit.grant, role: title } }] : [],
    )
    if (given.length + limits.length > 0) return [...limits, ...given]
  }
  if (roles.length > AT_MOST) return []
  const own = Array.from(places(), (at) => rowAbout(survey, detector, at).remedies)
  return first.remedies.flatMap((edit, k): readonly Edit[] => {
    const edits = own.flatMap((remedies) => (remedies[k]?.kind === edit.kind ? [remedies[k] as Edit] : []))
    return edits.length === own.length ? [{ kind: 'each', edits }] : []
  })
}
