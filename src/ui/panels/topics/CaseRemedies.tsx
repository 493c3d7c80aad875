// What would settle a case on the spot, or at least sooner: remedies of the findings about it, each with what it would come to.
import type { CaseRef, FollowedCase } from '../../../analysis/types'
import type { Words } from '../../../base/words'
import type { Org } from '../../../model/types'
import { selectOrg } from '../../../state/derived'
import { useApp, useWords } from '../../app/context'
import { type Offers, Remedies } from '../Remedies'
import { isOnTheSpot, type Remedy, selectRemedies } from './case'
import { sayBill } from './sayCase'

export function CaseRemedies({ of }: { of: CaseRef }) {
  const words = useWords()
  const { say } = words
  const org = useApp(selectOrg)
  const remedies = useApp((s) => selectRemedies(s, of))
  if (!org || remedies.length === 0) return null
  const settling = remedies.filter(({ outcome }) => isOnTheSpot(outcome))
  const others = remedies.filter(({ outcome }) => !isOnTheSpot(outcome))
  const part = (title: string, some: readonly Remedy[]): readonly Offers[] =>
    some.length === 0
      ? []
      : [
          {
            title,
            offers: some.map(({ edit, outcome }) => ({
              edit,
              ...(outcome && !isOnTheSpot(outcome) ? { note: sayThen(org, outcome, words) } : {}),
            })),
          },
        ]
  const parts = [
    ...part(say('page.case.remedies'), settling),
    ...part(say(settling.length > 0 ? 'page.case.remedies.else' : 'page.case.remedies.change'), others),
  ]
  return <Remedies key={JSON.stringify(of)} parts={parts} label={say('page.case.remedies.change')} />
}

function sayThen(org: Org, then: FollowedCase, words: Words): string {
  if (then.end !== 'settled') return words.say(`page.case.then.${then.end === 'open' ? 'open' : 'dead'}`)
  const { hands, sums } = sayBill(org, then, words)
  return words.say('page.case.then.hands', { hands, sums })
}
