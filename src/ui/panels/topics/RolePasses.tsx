// Where cases go from a role and come to it from; whom it tells what customers say, and from whom it hears.
import { issueName, periodOf } from '../../../i18n/sentences'
import type { OpenRoute } from '../../../model/types'
import { selectOrg } from '../../../state/derived'
import { useApp, useWords } from '../../app/context'
import { AskRole } from './Ask'
import type { Channel } from './channels'
import { Folded } from './Folded'
import { Part } from './Part'
import type { RoleFacts } from './role'
import styles from './Topics.module.css'

const MOST_NAMED = 3

export function RolePasses({ facts }: { facts: RoleFacts }) {
  const words = useWords()
  const org = useApp(selectOrg)
  if (!org) return null
  const { say } = words
  const { routes, manager, arrivals, feedback, role } = facts
  const period = periodOf(org, words)
  const named = (issueTypes: readonly number[]) => {
    const names = issueTypes.slice(0, MOST_NAMED).map((one) => `“${issueName(org, one)}”`)
    const hidden = issueTypes.length - names.length
    return hidden > 0 ? [...names, say('page.role.arrives.others', { count: hidden })] : names
  }
  const isAllRouted = routes.some(({ route }) => !route.issueTypes?.length)
  // Of a file that says nothing of cases nothing is said of where they would go.
  const hasCases = org.contacts.length > 0 || org.routes.length > 0
  return (
    <>
      {hasCases && (
        <Part title={say('page.role.passes')}>
          <ul className={styles.rows}>
            {routes.map((route) => (
              <li key={`${route.route.id} ${route.to}`}>
                <RouteLine route={route} />
              </li>
            ))}
            {manager >= 0 && !isAllRouted && (
              <li>
                {say(routes.length > 0 ? 'page.role.passes.line.rest' : 'page.role.passes.line')} <AskRole role={manager} />
              </li>
            )}
            {manager < 0 && !isAllRouted && <li>{say('page.role.passes.end')}</li>}
          </ul>
          {arrivals.length > 0 && (
            <>
              <h4 className={styles.sub}>{say('page.role.arrives')}</h4>
              <Folded key={role} of={arrivals} keyOf={({ from }) => from} className={styles.rows}>
                {({ from, contacts, issueTypes }) => (
                  <>
                    <AskRole role={from} />
                    <span className={styles.quiet} dir="auto">
                      {say('page.role.arrives.what', { count: contacts, period, issues: named(issueTypes) })}
                    </span>
                  </>
                )}
              </Folded>
            </>
          )}
        </Part>
      )}
      {feedback && (
        <Part title={say('page.role.tells')}>
          <Channels title={say('page.role.tells.to')} channels={feedback.tells} />
          {feedback.tells.length === 0 && <p>{say(feedback.isKnown ? 'page.role.tells.nobody' : 'page.role.tells.unknown')}</p>}
          <Channels title={say('page.role.tells.from')} channels={feedback.hears} />
        </Part>
      )}
    </>
  )
}

function RouteLine({ route: { route, to } }: { route: OpenRoute }) {
  const { say } = useWords()
  const org = useApp(selectOrg)
  if (!org) return null
  const issues = (route.issueTypes ?? []).map((id) => `“${issueName(org, org.issueTypeAt.get(id) ?? -1) || id}”`)
  return (
    <>
      <span dir="auto">{issues.length > 0 ? say('page.role.passes.route', { issues }) : say('page.role.passes.all')} </span>
      <AskRole role={to} />
      {route.ownership && <span className={styles.quiet}>{say(`page.role.passes.${route.ownership}`)}</span>}
    </>
  )
}

function Channels({ title, channels }: { title: string; channels: readonly Channel[] }) {
  const { say } = useWords()
  if (channels.length === 0) return null
  return (
    <Folded of={channels} keyOf={({ role, channel }) => `${channel.id} ${role}`} className={styles.rows}>
      {({ role, channel: { everyDays, delayDays, twoWay } }) => (
        <>
          {title} <AskRole role={role} />
          <span className={styles.quiet}>
            {say('page.role.tells.every', { days: everyDays ?? null, delay: delayDays ?? 0, twoWay: twoWay ? 'yes' : '' })}
          </span>
        </>
      )}
    </Folded>
  )
}
