// What would change what a card says: changes to try and to make, and what helps beside them.
import type { Card } from '../../analysis/types'
import { besideKeys } from '../../i18n/beside'
import { useWords } from '../app/context'
import { remediesOf } from './cards'
import { Remedies } from './Remedies'
import styles from './Remedies.module.css'

export function CardRemedies({ card, roleTitle }: { card: Card; roleTitle: string }) {
  const { say } = useWords()
  const remedies = remediesOf(card)
  const title = say('page.card.remedies')
  return (
    <>
      {remedies.length > 0 && <Remedies parts={[{ title, offers: remedies.map((edit) => ({ edit })) }]} label={`${title}: ${roleTitle}`} />}
      <Beside card={card} />
    </>
  )
}

/** What cannot be tried, for it is no change of the file. */
function Beside({ card }: { card: Card }) {
  const { say } = useWords()
  const keys = besideKeys(card.findings.flatMap(({ code, state }) => (state === 'flagged' ? [code] : [])))
  if (keys.length === 0) return null
  return (
    <details className={styles.beside}>
      <summary>{say('trial.beside', { count: keys.length })}</summary>
      <ul>
        {keys.map((key) => (
          <li key={key}>{say(key)}</li>
        ))}
      </ul>
    </details>
  )
}
