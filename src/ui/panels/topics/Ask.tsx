// A link from what the panel tells to the next thing.

import type { ReactNode } from 'react'
import { roleName } from '../../../i18n/sentences'
import { idOf } from '../../../model/roles'
import { selectOrg } from '../../../state/derived'
import type { Topic } from '../../../state/types'
import { useActions, useApp } from '../../app/context'
import styles from './Topics.module.css'
import { topicKey } from './trailFocus'

interface Props {
  readonly topic: Topic
  /** Where the words alone do not say where it leads. */
  readonly label?: string
  readonly className?: string | undefined
  readonly children: ReactNode
}

export function Ask({ topic, label, className, children }: Props) {
  const app = useActions()
  return (
    <button
      type="button"
      className={className ?? styles.link}
      data-asks={topicKey(topic)}
      aria-label={label}
      dir="auto"
      onClick={() => app.ask(topic)}
    >
      {children}
    </button>
  )
}

export function AskRole({ role }: { role: number }) {
  const org = useApp(selectOrg)
  if (!org || role < 0) return null
  return <Ask topic={{ kind: 'role', role: idOf(org, role) }}>{roleName(org, role)}</Ask>
}
