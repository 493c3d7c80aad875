// Findings as rows that are made when somebody looks at them, evidence and remedies when somebody looks at those.

import { between, type Measured } from '../base/range'
import type { Edit } from '../model/edits/edit'
import { idOf } from '../model/roles'
import { FLAGGED_STATE, type Judgements, type Said, SEVERITIES, STATES, UNKNOWN_STATE, weightOfRole } from './finding'
import type { Order } from './order'
import { stakesOf } from './stakes'
import type { EntryRole, Pair, Survey } from './survey'
import type { Analysis, Because, Finding, FindingSeverity, FindingState, Subject } from './types'

export class Rows {
  private readonly made: (Finding | undefined)[]

  constructor(
    private readonly survey: Survey,
    private readonly judgements: readonly Judgements[],
    private readonly order: Order,
  ) {
    this.made = new Array(order.code.length).fill(undefined)
  }

  get length(): number {
    return this.order.code.length
  }

  codeAt(row: number): number {
    return this.order.code[row] as number
  }
  isOfPair(row: number): boolean {
    return this.judgementsAt(row).of === 'pair'
  }
  isFlagged(row: number): boolean {
    return this.judgementsAt(row).state[this.subjectAt(row)] === FLAGGED_STATE
  }
  isUnknown(row: number): boolean {
    return this.judgementsAt(row).state[this.subjectAt(row)] === UNKNOWN_STATE
  }
  /** Rank; -1 where it is not flagged. */
  severityAt(row: number): number {
    return this.judgementsAt(row).severity[this.subjectAt(row)] as number
  }
  stakeAt(row: number): number {
    const { ofPair, ofRole } = stakesOf(this.survey)
    return (this.isOfPair(row) ? ofPair : ofRole)[this.subjectAt(row)] as number
  }
  /** Index of the pair or entry role. */
  subjectAt(row: number): number {
    return this.order.subject[row] as number
  }
  judgementsAt(row: number): Judgements {
    return this.judgements[this.codeAt(row)] as Judgements
  }

  counts(): Analysis['counts'] {
    let flagged = 0
    let unknown = 0
    for (let row = 0; row < this.length; row++) {
      if (this.isFlagged(row)) flagged++
      else if (this.isUnknown(row)) unknown++
    }
    return { flagged, unknown }
  }

  findingAt(row: number): Finding {
    let finding = this.made[row]
    if (!finding) this.made[row] = finding = rowAbout(this.survey, this.judgementsAt(row), this.subjectAt(row))
    return finding
  }
  findings(): readonly Finding[] {
    return Array.from(this.made, (_, row) => this.findingAt(row))
  }
}

/** What the judgements say of one subject. */
export function rowAbout(survey: Survey, judgements: Judgements, at: number): Finding {
  const { org } = survey
  const stakes = stakesOf(survey)
  const isOfPair = judgements.of === 'pair'
  const { role } = (isOfPair ? survey.pairs[at] : survey.entryRoles[at]) as Pair | EntryRole
  const subject = { role: idOf(org, role), ...(isOfPair ? { issueType: issueIdOf(survey, at) } : {}) }
  const whole = weightOfRole(survey, role)
  const [worst, best] = [judgements.pessimistic[at] as number, judgements.optimistic[at] as number]
  const isSaid = (judgements.state[at] as number) <= UNKNOWN_STATE
  return new Row(
    judgements,
    at,
    subject,
    isSaid && org.contacts.areCounted ? between(worst, best) : null,
    isSaid && whole > 0 ? between(worst / whole, best / whole) : null,
    (isOfPair ? stakes.ofPair : stakes.ofRole)[at] as number,
  )
}

function issueIdOf({ org, pairs }: Survey, at: number): string {
  return org.doc.issueTypes?.[(pairs[at] as Pair).issueType]?.id as string
}

const NO_EVIDENCE: Finding['evidence'] = {}
const NO_REMEDIES: readonly Edit[] = []
const NOTHING: Said = {}

class Row implements Finding {
  readonly code: string
  readonly state: FindingState
  readonly severity: FindingSeverity | null
  readonly #judgements: Judgements
  readonly #at: number
  #said: Said | undefined

  constructor(
    judgements: Judgements,
    at: number,
    readonly subject: Subject,
    readonly contacts: Measured,
    readonly share: Measured,
    readonly stake: number,
  ) {
    this.code = judgements.code
    this.state = STATES[judgements.state[at] as number] as FindingState
    this.severity = SEVERITIES[judgements.severity[at] as number] ?? null
    this.#judgements = judgements
    this.#at = at
  }

  get evidence(): Finding['evidence'] {
    return this.said.evidence ?? NO_EVIDENCE
  }
  get remedies(): readonly Edit[] {
    return this.state === 'flagged' ? (this.said.remedies ?? NO_REMEDIES) : NO_REMEDIES
  }
  get because(): Because | undefined {
    return this.state === 'unknown' ? (this.said.because ?? { code: 'depends-on-unknown' }) : undefined
  }
  private get said(): Said {
    this.#said ??= this.state === 'flagged' || this.state === 'unknown' ? this.#judgements.say(this.#at) : NOTHING
    return this.#said
  }
}
