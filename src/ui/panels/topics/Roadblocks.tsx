// Cases that a rule of a role holds up, role by role and kind by kind, and where they wait (domain.md 3.4, F13). The sum is all that is not
// settled on the spot, where every rule has an owner.
import { cardListOf } from '../../../analysis/parts'
import type { Roadblock } from '../../../analysis/types'
import { highOf, isRange, type Measured } from '../../../base/range'
import { issueName, periodOf } from '../../../i18n/sentences'
import { idOf } from '../../../model/roles'
import { selectAnalysis, selectOrg } from '../../../state/derived'
import { useApp, useWords } from '../../app/context'
import { Asked } from '../Asked'
import { useRoadblocks } from '../useCounted'
import { Ask, AskRole } from './Ask'
import { Folded } from './Folded'
import { Part } from './Part'
import styles from './Totals.module.css'

export function RoadblockList({ atFirst = 7 }: { atFirst?: number }) {
  const words = useWords()
  const org = useApp(selectOrg)
  const analysis = useApp(selectAnalysis)
  const roadblocks = useRoadblocks()
  if (!org || !analysis) return null
  const { say } = words
  if (org.contacts.length === 0) return <p>{say('roadblocks.unknown')}</p>
  if (!roadblocks) return <p aria-busy="true">{say('roadblocks.counting')}</p>
  if (roadblocks.length === 0) return <p>{say('roadblocks.none')}</p>
  const isSomeGuessed = roadblocks.some(({ guessed }) => guessed !== null && highOf(guessed) > 0)
  return (
    <>
      <p className={styles.note}>
        {say('roadblocks.lead', { period: periodOf(org, words) })} {isSomeGuessed && say('roadblocks.lead.guess')}
      </p>
      <Folded of={roadblocks} atFirst={atFirst} keyOf={({ role }) => role} className={styles.leaders}>
        {(roadblock) => <Leader roadblock={roadblock} />}
      </Folded>
      <All roadblocks={roadblocks} />
    </>
  )
}

function Leader({ roadblock: { role, contacts, guessed, issues } }: { roadblock: Roadblock }) {
  const words = useWords()
  const org = useApp(selectOrg)
  if (!org) return null
  const { say } = words
  const isGuess = guessed !== null && highOf(guessed) > 0
  const guess = !isGuess
    ? ''
    : sameAs(guessed, contacts)
      ? say('roadblocks.guess')
      : say('roadblocks.guess.part', { count: words.number(guessed) })
  return (
    <>
      <span className={styles.leader}>
        <AskRole role={role} />
        {contacts !== null && <strong>{words.number(contacts, 0)}</strong>}
      </span>
      <span className={styles.kinds}>
        {issues.map(({ issueType, contacts: count }) => (
          <Ask key={issueType} className={styles.kind} topic={{ kind: 'issue', issueType: org.doc.issueTypes?.[issueType]?.id ?? '' }}>
            {say('roadblocks.kind', {
              issue: issueName(org, issueType),
              count: count === null || issues.length === 1 ? null : words.number(count, 0),
            })}
          </Ask>
        ))}
        {guess && (
          <span className={styles.guess} data-role={idOf(org, role)}>
            {guess}
          </span>
        )}
      </span>
    </>
  )
}
const sameAs = (a: Measured, b: Measured) => JSON.stringify(a) === JSON.stringify(b)

/** What all of them come to; only where it is what is not settled on the spot, and known. */
function All({ roadblocks }: { roadblocks: readonly Roadblock[] }) {
  const words = useWords()
  if (roadblocks.some(({ contacts }) => typeof contacts !== 'number')) return null
  const sum = roadblocks.reduce((all, { contacts }) => all + (contacts as number), 0)
  return (
    <p className={`${styles.leader} ${styles.all}`}>
      <span>{words.say('roadblocks.all')}</span> <strong>{words.number(sum, 0)}</strong>
    </p>
  )
}

export function WhereTheyWait() {
  const words = useWords()
  const org = useApp(selectOrg)
  const analysis = useApp(selectAnalysis)
  if (!org || !analysis || analysis.totals.contacts === null) return null
  const { say } = words
  const { bottleneck, totals } = analysis
  const { passThrough, handOffs } = totals
  if (!bottleneck || handOffs === null || highOf(handOffs) === 0) return null
  const { role, share } = bottleneck
  const finding = cardListOf(analysis)
    .at(role)
    .flatMap(({ findings }) => findings)
    .find(({ code, state }) => code === 'F13' && state === 'flagged')
  const busy = finding?.evidence.utilisation
  const passes = say('roadblocks.wait.passes', {
    share: words.percent(share),
    role: '\u0000',
    busy: typeof busy === 'number' && !isRange(share) ? words.percent(busy) : '',
  }).split('\u0000')
  return (
    <Part title={say('roadblocks.wait')}>
      {isRange(share) && !finding ? (
        <p>{say('roadblocks.wait.unknown')}</p>
      ) : (
        <p>
          {passes[0]}
          <AskRole role={role} />
          {passes[1]}{' '}
          {finding && (
            <span className={styles.why}>
              <Asked figure={{ name: 'finding', code: 'F13', role: idOf(org, role) }} label={say('roadblocks.wait')}>
                {say('totals.why')}
              </Asked>
            </span>
          )}
        </p>
      )}
      {passThrough !== null && highOf(passThrough) > 0 && (
        <p>
          {say('roadblocks.wait.through', { count: passThrough, of: handOffs })}{' '}
          <span className={styles.why}>
            <Asked figure={{ name: 'passThrough' }} label={say('roadblocks.wait.through', { count: passThrough, of: handOffs })}>
              {say('totals.why')}
            </Asked>
          </span>
        </p>
      )}
    </Part>
  )
}
