// Whose branch: who is chosen on the chart, or somebody found by typing.
import { useEffect, useRef, useState } from 'react'
import { roleName } from '../../i18n/sentences'
import type { RoleId } from '../../model/types'
import { selectOrg } from '../../state/derived'
import { useApp, useWords } from '../app/context'
import controls from '../app/controls.module.css'
import { RolePicker } from '../panels/topics/RolePicker'
import styles from './Fields.module.css'

interface Props {
  /** -1 = nobody yet. */
  readonly role: number
  readonly onPick: (role: RoleId) => void
}

export function BranchField({ role, onPick }: Props) {
  const { say } = useWords()
  const org = useApp(selectOrg)
  const [isPicking, setPicking] = useState(role < 0)
  const other = useRef<HTMLButtonElement>(null)
  const hasPicked = useRef(false)
  useEffect(() => {
    if (hasPicked.current && role >= 0) other.current?.focus() // the field that had the keyboard is gone
  }, [role])
  if (!org) return null
  const pick = (id: RoleId) => {
    hasPicked.current = true
    setPicking(false)
    onPick(id)
  }
  if (isPicking || role < 0)
    return (
      <div className={styles.under}>
        <RolePicker except={-1} onPick={pick} onLeave={() => setPicking(false)} />
      </div>
    )
  return (
    <div className={`${styles.under} ${styles.branch}`}>
      <span dir="auto">{say('dialog.branch.of', { role: roleName(org, role) })}</span>
      <button ref={other} type="button" className={controls.button} onClick={() => setPicking(true)}>
        {say('dialog.branch.other')}
      </button>
    </div>
  )
}
