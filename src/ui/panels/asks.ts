// What would settle most of what is not known, the most cases first: whose authority, what cases are worth or need, who tells whom.
import type { Analysis, NextQuestion } from '../../analysis/types'
import { explain } from '../../analysis/why'
import { once } from '../../base/memo'
import { isRange } from '../../base/range'
import type { Words } from '../../base/words'
import { issueName, roleName } from '../../i18n/sentences'
import { idOf } from '../../model/roles'
import type { Org } from '../../model/types'
import { isLarge } from '../../state/size'
import type { Topic } from '../../state/types'
import { sayMissing } from './topics/explained'

export interface Ask {
  readonly key: string
  readonly question: string
  /** Whom or what it is about. */
  readonly topic: Topic
  /** How many cases come out differently. */
  readonly contacts: number
  /** How to find out: `page.asks.settles.<how>`. */
  readonly how: NextQuestion['section'] | 'voice' | 'apologies'
}

export function asksOf(org: Org, analysis: Analysis, questions: readonly NextQuestion[], words: Words, most: number): readonly Ask[] {
  const walked = questions.slice(0, most).map((question) => askOf(org, question, words))
  const told = openFigures(analysis, org).map(({ name, how, contacts, missing }): Ask => {
    const question = missing.map((one) => sayMissing(org, one, words)).join(' ')
    return { key: name, question, topic: { kind: 'why', figure: { name } }, contacts, how }
  })
  return [...walked, ...told].sort((a, b) => b.contacts - a.contacts).slice(0, most)
}

function askOf(org: Org, { role, issueType, section, contacts }: NextQuestion, { say }: Words): Ask {
  const subject = {
    ...(role === undefined ? {} : { role: roleName(org, role) }),
    ...(issueType === undefined ? {} : { issue: issueName(org, issueType) }),
  }
  const topic: Topic =
    role === undefined
      ? { kind: 'issue', issueType: org.doc.issueTypes?.[issueType as number]?.id ?? '' }
      : { kind: 'role', role: idOf(org, role) }
  return { key: `${section}/${role}/${issueType}`, question: say(`page.asks.${section}`, subject), topic, contacts, how: section }
}

const FIGURES = [
  ['unheard', 'voice'],
  ['apologies', 'apologies'],
] as const

/** Totals that are no walk of a case and known only within bounds. Of a large organisation their why says it: to find it is to go through all cases. */
const openFigures = once((analysis: Analysis, org: Org) => {
  const { unheard, apologyNotPermitted } = analysis.totals
  const values = { unheard, apologies: apologyNotPermitted }
  return FIGURES.flatMap(([name, how]) => {
    const value = values[name]
    if (!isRange(value) || isLarge(org.doc)) return []
    const missing = explain(org, { name })?.missing ?? []
    return missing.length > 0 ? [{ name, how, contacts: value.high - value.low, missing }] : []
  })
})
