// How a case ends: the sum of it, a dead end with who could elsewhere, or that nobody can say from what the file holds.
import type { FollowedCase } from '../../../analysis/types'
import { powerOf, roleName } from '../../../i18n/sentences'
import { selectOrg } from '../../../state/derived'
import { useApp, useWords } from '../../app/context'
import { AskRole } from './Ask'
import styles from './Case.module.css'
import { missingIn, unknownIn } from './case'
import { Folded } from './Folded'
import { sayBill } from './sayCase'
import topics from './Topics.module.css'

export function CaseEnd({ path }: { path: FollowedCase }) {
  const words = useWords()
  const org = useApp(selectOrg)
  if (!org) return null
  const { hands, sums } = sayBill(org, path, words)
  return (
    <>
      {path.end === 'dead end' && <DeadEnd path={path} />}
      {path.end === 'open' && <Open path={path} />}
      {(hands !== '' || sums !== '') && (
        <p className={styles.bill}>
          <span>{hands}</span>
          <span>{sums}</span>
        </p>
      )}
    </>
  )
}

function DeadEnd({ path }: { path: FollowedCase }) {
  const words = useWords()
  const org = useApp(selectOrg)
  if (!org) return null
  const { say } = words
  const powers = missingIn(path).map(({ power }) => powerOf(org, power, words))
  const why = path.isLoop
    ? say('page.case.dead.loop')
    : powers.length > 0
      ? say('page.case.dead.says', { powers: words.list(powers) })
      : say('page.case.dead.nobody')
  return (
    <div className={styles.dead}>
      <p>
        <strong>{say('page.case.dead')}</strong> <span dir="auto">{why}</span>
      </p>
      {path.elsewhere.length === 0 ? (
        <p>{say('page.case.elsewhere.none')}</p>
      ) : (
        <>
          <p>{say('page.case.elsewhere')}</p>
          <Folded of={path.elsewhere} atFirst={3} keyOf={(role) => role} className={topics.names}>
            {(role) => <AskRole role={role} />}
          </Folded>
        </>
      )}
    </div>
  )
}

function Open({ path }: { path: FollowedCase }) {
  const { say } = useWords()
  const org = useApp(selectOrg)
  if (!org) return null
  const roles = unknownIn(path).map((role) => roleName(org, role))
  return (
    <div className={styles.open}>
      <p>
        <strong>{say('page.case.open')}</strong>{' '}
        <span dir="auto">{roles.length > 0 ? say('page.case.open.says', { roles }) : say('page.case.open.needs')}</span>
      </p>
    </div>
  )
}
