// Which two columns say who leads whom: the runner-up in a sentence, and all that were tried, with their numbers.
import { useState } from 'react'
import type { Corrections, Understood, UnderstoodLink } from '../../import/understood'
import { useWords } from '../app/context'
import controls from '../app/controls.module.css'
import { Icon } from '../app/Icon'
import styles from './Columns.module.css'
import { nameOfLink } from './HowRead'
import { withLink } from './lines'

interface Props {
  readonly understood: Understood
  readonly corrections: Corrections
  readonly onCorrect: (corrections: Corrections) => void
}
/** Below this a runner-up is nothing that anybody would mean. */
const WORTH_TELLING = 0.25

export function OtherWays({ understood: { links }, corrections, onCorrect }: Props) {
  const words = useWords()
  const { say } = words
  const [isOpen, setOpen] = useState(false)
  const [taken, second] = links
  if (!taken || !second || (second.score < WORTH_TELLING && !corrections.link)) return null
  return (
    <section className={styles.rival} aria-label={say('import.rival')}>
      <div className={styles.rivalHead}>
        <p>
          <strong>{say(second.score > taken.score ? 'import.rival.better' : 'import.rival')}</strong>{' '}
          {say('import.rival.says', {
            link: nameOfLink(second, say),
            found: second.resolved,
            named: second.named,
            cycles: second.cycles,
            tops: second.tops,
          })}{' '}
          {second.score > taken.score ? '' : say('import.rival.taken')}
        </p>
        <button type="button" className={controls.button} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {say('import.compare')}
        </button>
      </div>
      {isOpen && (
        <div className={styles.scroller}>
          <table className={styles.ways}>
            <thead>
              <tr>
                {(['way', 'found', 'tops', 'circles', 'repeated', 'names', 'score', 'take'] as const).map((what) => (
                  <th key={what} scope="col">
                    <span className={what === 'take' ? controls.hidden : undefined}>{say(`import.way.${what}`)}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {links.map((link, i) => (
                <Way
                  key={`${link.shape} ${link.id} ${link.manager}`}
                  link={link}
                  isTaken={i === 0}
                  onTake={() => onCorrect(withLink(corrections, link))}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function Way({ link, isTaken, onTake }: { link: UnderstoodLink; isTaken: boolean; onTake: () => void }) {
  const words = useWords()
  const { say, number } = words
  return (
    <tr aria-current={isTaken}>
      <th scope="row" dir="auto" className={isTaken ? styles.current : undefined}>
        {nameOfLink(link, say)}
      </th>
      <td>{say('import.way.found.of', { found: link.resolved, named: link.named })}</td>
      <td>{number(link.tops)}</td>
      <td data-bad={link.cycles > 0}>{number(link.cycles)}</td>
      <td data-bad={link.repeated > 0}>{number(link.repeated)}</td>
      <td>{link.agreement === null ? say('import.way.names.none') : words.percent(link.agreement)}</td>
      <td>
        <span className={styles.score}>
          <meter min={0} max={1} value={link.score} aria-hidden="true" />
          {number(Math.round(link.score * 100))}
        </span>
      </td>
      <td>
        {isTaken ? (
          <span className={styles.tick}>
            <Icon name="tick" size={14} /> {say('import.way.taken')}
          </span>
        ) : (
          <button type="button" className={controls.button} onClick={onTake}>
            {say('import.way.take.this')}
          </button>
        )}
      </td>
    </tr>
  )
}
