import { useApp, useWords } from '../app/context'
import controls from '../app/controls.module.css'
import { Icon } from '../app/Icon'
import { useOpener } from '../app/opening'
import styles from './Panel.module.css'

/** Nothing is open: only when the sample could not be fetched, or is still on its way. */
export function Empty() {
  const { say } = useWords()
  const { pick } = useOpener()
  const isOnItsWay = useApp((s) => s.session.notice === null)
  if (isOnItsWay) return <div className={styles.exhibit} />
  return (
    <div className={styles.exhibit}>
      <h2 className={styles.headline}>{say('page.chart.empty')}</h2>
      <p className={styles.lead}>{say('page.chart.empty.how')}</p>
      <button type="button" className={`${controls.primary} ${controls.big}`} onClick={pick}>
        <Icon name="open" />
        {say('page.open.file')}
      </button>
      <p className={styles.foot}>
        <strong>{say('page.private')}</strong> {say('page.private.long')}
      </p>
    </div>
  )
}
