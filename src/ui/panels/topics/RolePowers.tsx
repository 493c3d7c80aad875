// What a role may decide and up to how much. That nothing is recorded is no “nothing” unless the file says so.
import { isMonetary } from '../../../analysis/needs'
import { grantInWords } from '../../../i18n/powers'
import type { HeldGrant } from '../../../model/types'
import { selectOrg } from '../../../state/derived'
import { useApp, useWords } from '../../app/context'
import { Folded } from './Folded'
import { Part } from './Part'
import type { RolePower } from './role'
import styles from './Topics.module.css'

export function RolePowers({ power }: { power: RolePower }) {
  const { say } = useWords()
  const { isVacant, isKnown, hasRest, grants } = power
  const isNothing = grants.length === 0 && !hasRest
  return (
    <Part title={say('page.role.may')}>
      {isVacant && <p>{say(isNothing ? 'page.role.may.vacant.nothing' : 'page.role.may.vacant')}</p>}
      {isNothing && !isVacant && <p>{say(isKnown ? 'page.role.may.nothing' : 'page.role.may.unknown')}</p>}
      <Folded of={grants} atFirst={7} keyOf={({ grant }) => grant.id} className={styles.rows}>
        {(held) => <GrantLine held={held} />}
      </Folded>
      {hasRest && <p>{say('page.role.may.rest')}</p>}
    </Part>
  )
}

export function GrantLine({ held }: { held: HeldGrant }) {
  const words = useWords()
  const org = useApp(selectOrg)
  if (!org) return null
  const { may, but } = grantInWords(org, held, isMonetary(held.grant.kind), words)
  return (
    <>
      <span dir="auto">{may}</span>
      {but.length > 0 && (
        <span className={styles.quiet} dir="auto">
          {but.join(' ')}
        </span>
      )}
    </>
  )
}
