// The small control under a selected role: folds its branch, or opens the stack it stands for.

import { roleName } from '../../i18n/sentences'
import { idOf } from '../../model/roles'
import { selectBranch, selectedRole, selectOrg } from '../../state/derived'
import { useActions, useApp, useWords } from '../app/context'
import { Icon } from '../app/Icon'
import styles from './Chart.module.css'

export function BranchButton() {
  const words = useWords()
  const app = useActions()
  const org = useApp(selectOrg)
  const role = useApp(selectedRole)
  const branch = useApp((s) => (role < 0 ? null : selectBranch(s, role)))
  if (!org || role < 0 || branch === null) return null
  const id = idOf(org, role)
  const label = words.say(`page.${branch}`, { role: roleName(org, role) })
  const isBranch = branch === 'fold' || branch === 'unfold'
  return (
    <button
      type="button"
      className={styles.branchButton}
      aria-label={label}
      title={isBranch ? `${label}. ${words.say('page.unfold.more')}` : label}
      data-does={branch}
      onClick={(event) => (event.shiftKey && isBranch ? app.unfoldBranch(id) : app.toggleBranch(id))}
    >
      <Icon name={branch === 'fold' || branch === 'restack' ? 'minus' : 'plus'} size={14} />
    </button>
  )
}
