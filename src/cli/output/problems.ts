import type { Words } from '../../base/words'
import { diagnosisOf, placesOf } from '../../i18n/diagnoses'
import type { Org } from '../../model/types'
import type { Opened } from '../files'

/** The organisation, and on standard error what could not be read; where there is none, warnings too: the command then ends with 1. */
export function organisationOf({ org, diagnostics }: Opened, words: Words): Org | null {
  for (const one of diagnostics) {
    if (one.severity !== 'error' && (org || one.severity === 'note')) continue
    for (const place of placesOf(one)) process.stderr.write(`${diagnosisOf(one, place, words)}\n`)
  }
  return org
}
