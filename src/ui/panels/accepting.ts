// What a card says, as the file names it when it is accepted: all roles of a title by the title where they are all meant, else one by one.
import { isEnded, isMeant } from '../../analysis/accepted'
import { type AcceptedLine, acceptedIn } from '../../analysis/accepted-lines'
import type { Analysis, Card, Finding, Subject } from '../../analysis/types'
import { once } from '../../base/memo'
import { titleRef } from '../../model/titles'
import type { Accepted, Org } from '../../model/types'
import { selectAnalysis, selectOrg } from '../../state/derived'
import type { AppState } from '../../state/types'

type Named = Pick<Accepted, 'code' | 'subject'>

export function acceptedAs(org: Org, card: Card, finding: Finding): readonly Named[] {
  const { code, subject } = finding
  if (finding.places === undefined) return [{ code, subject }]
  const places = card.from(0, card.places)
  const title =
    subject.role === undefined
      ? null
      : titleRef(
          org.doc,
          places.map(({ role }) => role),
        )
  if (title !== null && isOfRoleAlone(subject)) return [{ code, subject: { ...subject, role: title } }]
  const k = card.findings.indexOf(finding)
  return places.flatMap(({ findings }) => (findings[k] ? [{ code, subject: findings[k].subject }] : []))
}
/** A grant is another at each of them. */
const isOfRoleAlone = ({ grant, need, segment }: Subject) => grant === undefined && need === undefined && segment === undefined

/** All that the file accepts. */
export const selectAccepted = (state: AppState): readonly AcceptedLine[] => {
  const [org, analysis] = [selectOrg(state), selectAnalysis(state)]
  return org?.doc.accepted && analysis ? linesOf(analysis, org) : NONE
}
const NONE: readonly AcceptedLine[] = []
const linesOf = once((analysis: Analysis, org: Org) => acceptedIn(analysis, org))

/** The line that accepted it until a day before today. */
export const endedOf = (org: Org, { code, subject }: Finding, today: string | undefined): Accepted | undefined =>
  org.doc.accepted?.find((line) => line.code === code && isEnded(line, today) && isMeant(org, line, subject))
