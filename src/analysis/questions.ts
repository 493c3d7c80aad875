// What to ask next: whose authority, or which issue type's needs or values, make the two runs differ, and over how many contacts.

import { onceInSteps } from '../base/memo'
import { byCodeUnit } from '../base/order'
import { finish, type Steps } from '../base/steps'
import { idOf } from '../model/roles'
import { UNKNOWN, YES } from './kleene'
import { pathOf } from './outcome'
import { partsOf } from './parts'
import type { Case, CaseGroup, Survey } from './survey'
import type { Analysis, NextQuestion } from './types'

const ofAll = onceInSteps((survey: Survey) => stepsOf(survey, unsureOf(survey)))
/** Most contacts first, then by id. Of all cases, or of some. */
export function nextQuestionsOf(survey: Survey, groups?: Iterable<CaseGroup>): readonly NextQuestion[] {
  return groups ? finish(stepsOf(survey, groups)) : ofAll(survey)
}

/** Those of an analysis in steps of a few milliseconds, for a page that has to go on. */
export function* questionSteps(analysis: Analysis): Steps<readonly NextQuestion[]> {
  const survey = partsOf(analysis)?.survey
  return survey ? yield* ofAll.steps(survey) : analysis.nextQuestions
}

const GROUPS_A_STEP = 300

function* stepsOf(survey: Survey, groups: Iterable<CaseGroup>): Steps<readonly NextQuestion[]> {
  const { org } = survey
  let count = 0
  const found = new Map<string, { question: Omit<NextQuestion, 'contacts'>; id: string; weight: number }>()
  for (const group of groups) {
    if (count++ % GROUPS_A_STEP === 0) yield
    for (const one of group.cases) {
      if (one.pessimistic.step === one.optimistic.step) continue
      const weight = group.weight * one.slice.share
      for (const question of doubtsOf(survey, group, one)) {
        const id = (
          question.role === undefined ? org.doc.issueTypes?.[question.issueType as number]?.id : idOf(org, question.role)
        ) as string
        const key = JSON.stringify([question.section, id])
        const known = found.get(key)
        if (known) known.weight += weight
        else found.set(key, { question, id, weight })
      }
    }
  }
  return [...found.values()]
    .sort((a, b) => b.weight - a.weight || byCodeUnit(a.question.section, b.question.section) || byCodeUnit(a.id, b.id))
    .map(({ question, weight }) => ({ ...question, contacts: weight }))
}

function* unsureOf(survey: Survey): Generator<CaseGroup> {
  if (!survey.isSure) for (const pair of survey.pairsInOrder()) if (!pair.isSure) yield* pair.groups
}

/** Each doubt once: where on the way a need is still open and it is not known whether it is covered. */
function doubtsOf(survey: Survey, group: CaseGroup, one: Case): readonly Omit<NextQuestion, 'contacts'>[] {
  if (group.needs === undefined) return [{ issueType: group.issueType, section: 'needs' }]
  const { authority } = survey
  const { context } = group
  const { value } = one.slice
  const roles = new Set<number>()
  let isAboutValue = false
  const open = new Set(group.needs)
  for (const role of one.pessimistic.step === null ? group.way.roles : pathOf(group.entry, one.pessimistic)) {
    for (const need of [...open]) {
      const truths = need.alternatives.map((alternative) => authority.covers(role, alternative, context, value))
      if (truths.includes(YES)) open.delete(need)
      else if (truths.includes(UNKNOWN)) {
        // With a value of nothing every limit is wide enough: what stays in doubt then is the authority, not the value.
        const isValue = value === null && need.alternatives.some((alternative) => authority.covers(role, alternative, context, 0) === YES)
        if (isValue) isAboutValue = true
        else roles.add(role)
      }
    }
  }
  const asked = [...roles].map((role) => ({ role, section: 'authority' as const }))
  return isAboutValue ? [...asked, { issueType: group.issueType, section: 'values' as const }] : asked
}
