// Good news, said quietly: what was looked at, and what was not.
import { periodOf } from '../../i18n/sentences'
import { selectAnalysis, selectOrg } from '../../state/derived'
import { useApp, useWords } from '../app/context'
import styles from './States.module.css'
import { lookedAt } from './verdict'

const LOOKED_FOR: Readonly<Record<string, string>> = {
  F01: 'page.none.power',
  F02: 'page.none.limits',
  F03: 'page.none.hands',
  F04: 'page.none.deadEnds',
  F05: 'page.none.branches',
  F10: 'page.none.sorry',
}

export function NothingFound() {
  const words = useWords()
  const org = useApp(selectOrg)
  const analysis = useApp(selectAnalysis)
  if (!org || !analysis) return null
  const { say } = words
  const { kinds, roles, unknown } = lookedAt(analysis)
  const unlooked = unknown.flatMap((code) => LOOKED_FOR[code] ?? []).map((key) => say(key))
  const { contacts, firstContactResolution: share } = analysis.totals
  return (
    <div className={styles.body}>
      <p>{say('page.none.looked', { kinds, roles, contacts, period: periodOf(org, words) })}</p>
      {share !== null && <p>{share === 1 ? say('page.none.settled.all') : say('page.none.settled', { share: words.percent(share, 0) })}</p>}
      {unlooked.length > 0 && <p className={styles.aside}>{say('page.none.unknown', { what: unlooked })}</p>}
    </div>
  )
}
