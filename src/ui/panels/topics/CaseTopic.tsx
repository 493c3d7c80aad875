// A case as a bill that adds up: hand by hand, with what each may do, hours and cost; where it ends; what would settle it sooner.
import type { KeyboardEvent } from 'react'
import type { CaseRef, FollowedCase } from '../../../analysis/types'
import type { Words } from '../../../base/words'
import { moneyOf } from '../../../i18n/powers'
import { issueName } from '../../../i18n/sentences'
import type { Org } from '../../../model/types'
import { selectFollowed, selectOrg } from '../../../state/derived'
import type { Topic } from '../../../state/types'
import { useActions, useApp, useWords } from '../../app/context'
import controls from '../../app/controls.module.css'
import { useIsNarrow } from '../../app/narrow'
import { Segmented } from '../../app/Segmented'
import styles from './Case.module.css'
import { CaseEnd } from './CaseEnd'
import { CasePickers } from './CasePickers'
import { CaseRemedies } from './CaseRemedies'
import { CaseStops } from './CaseStops'
import { caseAfter, selectCaseChoices } from './case'
import { Frame } from './Frame'

export type CaseOf = Extract<Topic, { kind: 'case' }>

export function CaseTopic({ topic }: { topic: CaseOf }) {
  const words = useWords()
  const app = useActions()
  const org = useApp(selectOrg)
  const isNarrow = useIsNarrow()
  const isTall = useApp((s) => s.view.isSheetTall)
  const followed = useApp(selectFollowed)
  const choices = useApp((s) => selectCaseChoices(s, topic.of))
  if (!org || !choices) return null
  const { say } = words
  const path = followed?.path.kind === 'case' ? followed.path : null
  const place = choices.touchpoints.length === 1 ? org.doc.touchpoints?.[choices.touchpoints[0] as number]?.name : undefined
  const kicker = say('page.topic.case')
  const press = (event: KeyboardEvent) => {
    const by = ({ ArrowLeft: -1, ArrowRight: 1 } as const)[event.key]
    if (!path || !by || event.altKey || event.ctrlKey || event.metaKey || isField(event.target)) return
    app.stepCase(by, path.stops.length)
    event.preventDefault()
  }
  return (
    <Frame
      kicker={place ? say('page.case.where', { kicker, place }) : kicker}
      title={titleOf(org, topic.of, words)}
      onKeyDown={press}
      foot={<Foot topic={topic} path={path} next={caseAfter(org, topic.of, choices.roles)} />}
    >
      {(isTall || !isNarrow) && <CasePickers topic={topic} choices={choices} />}
      {!path && <p>{say('page.case.none')}</p>}
      {path && (
        <>
          <CaseStops topic={topic} path={path} segments={choices.segments} />
          <CaseEnd path={path} />
          {followed?.other && <OtherWay topic={topic} path={path} other={followed.other} />}
          <CaseRemedies of={topic.of} />
        </>
      )}
    </Frame>
  )
}

function titleOf(org: Org, { issueType, value }: CaseRef, words: Words): string {
  const issue = issueName(org, org.issueTypeAt.get(issueType) ?? -1) || issueType
  return words.say('page.case.title', { issue, value: value === null ? '' : moneyOf(org, value, words) })
}

/** Where arrows have a meaning of their own. */
function isField(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.closest('select, input') !== null
}

function OtherWay({ topic, path, other }: { topic: CaseOf; path: FollowedCase; other: FollowedCase }) {
  const { say } = useWords()
  const app = useActions()
  const differs = {
    other: other.by,
    end: other.end === path.end ? '' : other.end,
    hands: other.stops.length - path.stops.length,
    hours: other.hours === null || path.hours === null ? null : other.hours - path.hours,
  }
  return (
    <div className={styles.ways}>
      <Segmented
        label={say('page.case.by')}
        choices={(['route', 'chart'] as const).map((value) => ({ value, label: say(`page.case.by.${value}`) }))}
        value={topic.by}
        onChoose={(by) => app.rephrase({ ...topic, by, upTo: null })}
      />
      <p>{say('page.case.differs', differs)}</p>
    </div>
  )
}

function Foot({ topic, path, next }: { topic: CaseOf; path: FollowedCase | null; next: CaseRef | null }) {
  const { say } = useWords()
  const app = useActions()
  return (
    <>
      {next && (
        <button type="button" className={controls.button} onClick={() => app.rephrase({ ...topic, of: next, upTo: null })}>
          {say('page.case.next')}
        </button>
      )}
      {path && (
        <span className={styles.hint}>
          {STEPS.map(([by, name]) => (
            <button
              key={name}
              type="button"
              className={styles.key}
              aria-label={say(`page.case.step.${name}`)}
              title={say(`page.case.step.${name}`)}
              onClick={() => app.stepCase(by, path.stops.length)}
            >
              {say(`page.case.key.${name}`)}
            </button>
          ))}
          <span aria-hidden="true">{say('page.case.step')}</span>
        </span>
      )}
    </>
  )
}
const STEPS = [
  [-1, 'back'],
  [1, 'on'],
] as const
