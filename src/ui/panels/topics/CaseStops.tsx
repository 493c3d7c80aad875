// The hands of a case, one by one: who brings it, who meets it, through whose hands it goes. Each is a button that steps to it.

import { useEffect, useRef } from 'react'
import type { FollowedCase, Stop } from '../../../analysis/types'
import { mayInWords } from '../../../i18n/powers'
import { roleName, timesOf } from '../../../i18n/sentences'
import { idOf } from '../../../model/roles'
import { selectOrg } from '../../../state/derived'
import { useActions, useApp, useWords } from '../../app/context'
import { Icon } from '../../app/Icon'
import { Ask } from './Ask'
import styles from './Case.module.css'
import type { CaseOf } from './CaseTopic'
import { sayHours } from './sayCase'

interface Props {
  readonly topic: CaseOf
  readonly path: FollowedCase
  /** Who brings it. */
  readonly segments: readonly number[]
}

export function CaseStops({ topic, path, segments }: Props) {
  const { say } = useWords()
  return (
    <ol className={styles.stops} aria-label={say('page.case.steps')}>
      <Customers topic={topic} path={path} segments={segments} />
      {path.stops.map((stop, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a stop is its place on the way
        <StopLine key={at} topic={topic} path={path} stop={stop} at={at} />
      ))}
    </ol>
  )
}

function Customers({ topic, path, segments }: Props) {
  const words = useWords()
  const org = useApp(selectOrg)
  if (!org) return null
  const { say } = words
  const only = topic.of.segment ?? (segments.length === 1 ? org.doc.segments?.[segments[0] as number]?.id : undefined)
  const segment = only === undefined ? undefined : org.doc.segments?.[org.segmentAt.get(only) ?? -1]
  const { contacts, ofContacts } = path
  const isPart = contacts !== null && ofContacts !== null && ofContacts - contacts > 1e-9
  const times = timesOf(org, isPart ? ofContacts : contacts, words)
  return (
    <li className={styles.stop}>
      <span className={styles.dot} data-kind="customers" aria-hidden="true" />
      <span className={styles.what}>
        {segment ? (
          <Ask topic={{ kind: 'segment', segment: segment.id }} className={styles.name}>
            {segment.name || segment.id}
          </Ask>
        ) : (
          <span className={styles.name}>{say('page.case.customers')}</span>
        )}
        <span className={styles.may}>
          {times === ''
            ? say('page.case.comes.unknown')
            : isPart
              ? say('page.case.comes.part', { count: contacts, times })
              : say('page.case.comes', { times })}
        </span>
      </span>
    </li>
  )
}

function StopLine({ topic, path, stop, at }: { topic: CaseOf; path: FollowedCase; stop: Stop; at: number }) {
  const words = useWords()
  const app = useActions()
  const org = useApp(selectOrg)
  const here = useRef<HTMLLIElement>(null)
  const isHere = topic.upTo === at
  useEffect(() => {
    if (isHere) here.current?.scrollIntoView?.({ block: 'nearest' })
  }, [isHere])
  if (!org) return null
  const { say } = words
  const name = roleName(org, stop.role)
  const isEnd = path.end === 'settled' && at === path.stops.length - 1
  const notes = [
    stop.by === 'agreement' ? say('page.case.by.agreement') : stop.by === 'route' ? say('page.case.by.routed') : '',
    ...stop.powers.map((power) => mayInWords(org, power, words)),
  ].filter((note) => note !== '')
  return (
    <li ref={here} className={styles.stop} data-ahead={topic.upTo !== null && at > topic.upTo} data-here={isHere}>
      <button
        type="button"
        className={styles.step}
        aria-current={isHere ? 'step' : undefined}
        onClick={() => app.rephrase({ ...topic, upTo: isHere ? null : at })}
      >
        <span className={styles.dot} data-kind={isEnd ? 'settled' : at === 0 ? 'front' : 'hand'}>
          {isEnd ? <Tick label={say('page.case.settled')} /> : at > 0 && at}
        </span>
        <span className={styles.what}>
          <span className={styles.name} dir="auto">
            {name}
          </span>
          <span className={styles.may} dir="auto">
            {notes.length > 0 ? notes.join('; ') : say(needsOf(org, topic) ? 'page.case.anybody' : 'page.case.needs.unknown')}
          </span>
        </span>
        {at > 0 && <span className={styles.hours}>{sayHours(stop.hours, words)}</span>}
      </button>
      <Ask topic={{ kind: 'role', role: idOf(org, stop.role) }} className={styles.about} label={say('page.case.about', { role: name })}>
        <Icon name="next" size={14} />
      </Ask>
    </li>
  )
}

function needsOf(org: NonNullable<ReturnType<typeof selectOrg>>, { of }: CaseOf): boolean {
  return org.doc.issueTypes?.[org.issueTypeAt.get(of.issueType) ?? -1]?.needs !== undefined
}

function Tick({ label }: { label: string }) {
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" role="img" aria-label={label}>
      <path d="m3.25 8.5 3.25 3.25 6.25-7" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}
