import type { Words } from '../../base/words'
import { diagnosisOf, placesOf } from '../../i18n/diagnoses'
import type { Opened } from '../files'

/** Where there is no organisation: every error to standard error, and exit code 1. */
export function noOrganisation({ diagnostics }: Opened, words: Words): number {
  for (const one of diagnostics) {
    if (one.severity === 'note') continue
    for (const place of placesOf(one)) process.stderr.write(`${diagnosisOf(one, place, words)}\n`)
  }
  return 1
}
