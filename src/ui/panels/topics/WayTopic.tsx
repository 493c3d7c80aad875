// The way between two roles by the reporting line: up to the lowest manager of both, and down again.
import { roleName } from '../../../i18n/sentences'
import { selectOrg } from '../../../state/derived'
import type { Topic } from '../../../state/types'
import { useActions, useApp, useWords } from '../../app/context'
import controls from '../../app/controls.module.css'
import { Ask, AskRole } from './Ask'
import { Frame } from './Frame'
import { Gone } from './Gone'
import { Part } from './Part'
import styles from './Topics.module.css'
import { selectWayFacts, type WayFacts } from './way'

export function WayTopic({ topic }: { topic: Extract<Topic, { kind: 'way' }> }) {
  const { say } = useWords()
  const app = useActions()
  const org = useApp(selectOrg)
  const facts = useApp((s) => selectWayFacts(s, topic.from, topic.to))
  if (!org || !facts) return <Gone kicker={say('page.topic.way')} />
  const from = roleName(org, facts.from)
  const foot = (
    <>
      <button type="button" className={controls.button} onClick={() => app.rephrase({ kind: 'way', from: topic.to, to: topic.from })}>
        {say('page.way.swap')}
      </button>
      {facts.firstCase && (
        <Ask
          className={controls.button}
          label={say('page.way.case', { role: from })}
          topic={{ kind: 'case', of: facts.firstCase, by: 'route', upTo: null }}
        >
          {say('page.role.case')}
        </Ask>
      )}
    </>
  )
  return (
    <Frame kicker={say('page.topic.way')} title={say('page.way.title', { from, to: roleName(org, facts.to) })} foot={foot}>
      <Steps facts={facts} />
    </Frame>
  )
}

function Steps({ facts: { from, to, way } }: { facts: WayFacts }) {
  const { say } = useWords()
  if (from === to) return <p>{say('page.way.same')}</p>
  if (way.roles.length === 0)
    return (
      <>
        <p>{say('page.way.none')}</p>
        <ul className={styles.names}>
          {[from, to].map((role) => (
            <li key={role}>
              <AskRole role={role} />
            </li>
          ))}
        </ul>
      </>
    )
  return (
    <>
      <p className={styles.sum}>{say('page.way.hands', { count: way.up + way.down })}</p>
      <p className={styles.quiet}>
        {[way.up > 0 ? say('page.way.up', { count: way.up }) : '', way.down > 0 ? say('page.way.down', { count: way.down }) : '']
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      <Part title={say('page.way.steps')}>
        <ol className={styles.steps}>
          {way.roles.map((role, at) => (
            <li
              key={role}
              data-leads={at < way.up ? 'up' : at > way.up ? 'down' : 'over'}
              style={{ marginInlineStart: 14 * Math.min(6, Math.abs(at - way.up)) }}
            >
              <AskRole role={role} />
              {role === way.commonManager && <span className={styles.quiet}>{say('page.way.manager')}</span>}
            </li>
          ))}
        </ol>
      </Part>
    </>
  )
}
