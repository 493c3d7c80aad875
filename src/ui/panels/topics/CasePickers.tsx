// Another case: met by somebody else, of another kind, of another value, from other customers.

import { useId } from 'react'
import { moneyOf } from '../../../i18n/powers'
import { issueName, roleName, segmentName } from '../../../i18n/sentences'
import { idOf, roleAt } from '../../../model/roles'
import { selectOrg } from '../../../state/derived'
import { useActions, useApp, useWords } from '../../app/context'
import styles from './Case.module.css'
import type { CaseOf } from './CaseTopic'
import { type CaseChoices, caseAbout, caseAt } from './case'

export function CasePickers({ topic, choices }: { topic: CaseOf; choices: CaseChoices }) {
  const words = useWords()
  const app = useActions()
  const org = useApp(selectOrg)
  if (!org) return null
  const { say } = words
  const { of } = topic
  const { roles, issueTypes, values, segments } = choices
  const change = (to: CaseOf['of'] | null) => to && app.rephrase({ ...topic, of: to, upTo: null })
  const issueId = (index: number) => org.doc.issueTypes?.[index]?.id ?? ''
  const segmentId = (index: number) => org.doc.segments?.[index]?.id ?? ''
  return (
    <div className={styles.pickers}>
      <Picker
        label={say('page.case.role')}
        value={of.entry}
        choices={listed(roles, roleAt(org, of.entry) ?? -1).map((role) => [idOf(org, role), roleName(org, role)])}
        onChoose={(id) => change(caseAt(org, roleAt(org, id) ?? -1, of))}
      />
      <Picker
        label={say('page.case.issue')}
        value={of.issueType}
        choices={issueTypes.map((index) => [issueId(index), issueName(org, index)])}
        onChoose={(id) => change(caseAbout(org, of, id))}
      />
      {values.length > 0 && (
        <Picker
          label={say('page.case.value')}
          value={of.value === null ? '' : String(of.value)}
          choices={[
            ['', say('page.case.value.any')],
            ...values.map((value): [string, string] => [String(value), moneyOf(org, value, words)]),
          ]}
          onChoose={(value) => change({ ...of, value: value === '' ? null : Number(value) })}
        />
      )}
      {segments.length > 1 && (
        <Picker
          label={say('page.case.segment')}
          value={of.segment ?? ''}
          choices={[
            ['', say('page.case.segment.any')],
            ...segments.flatMap((index): [string, string][] => (index < 0 ? [] : [[segmentId(index), segmentName(org, index)]])),
          ]}
          onChoose={(id) => change({ ...of, segment: id === '' ? null : id })}
        />
      )}
    </div>
  )
}

/** A list longer than this nobody looks through, and it takes a second to open; others are followed from their own topic. */
const MOST_LISTED = 500
function listed(roles: readonly number[], current: number): readonly number[] {
  if (roles.length <= MOST_LISTED) return roles
  const first = roles.slice(0, MOST_LISTED)
  return first.includes(current) || current < 0 ? first : [current, ...first]
}

interface PickerProps {
  readonly label: string
  readonly value: string
  readonly choices: readonly (readonly [value: string, says: string])[]
  readonly onChoose: (value: string) => void
}
function Picker({ label, value, choices, onChoose }: PickerProps) {
  const id = useId()
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} dir="auto" onChange={(event) => onChoose(event.target.value)}>
        {choices.map(([one, says]) => (
          <option key={one} value={one}>
            {says}
          </option>
        ))}
      </select>
    </>
  )
}
