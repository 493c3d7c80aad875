// What is wrong in a file, said in words: one sentence a place.
import type { WordParams, Words } from '../base/words'
import type { Diagnostic, Place } from '../model/types'

export function diagnosisOf(diagnostic: Diagnostic, place: Place, words: Words): string {
  return words.say(`diagnostic.${diagnostic.code}`, paramsOf(place, words))
}

export function doneAbout(diagnostic: Diagnostic, words: Words): string | undefined {
  return diagnostic.done === undefined ? undefined : words.say(`done.${diagnostic.done}`)
}

/** The places of a diagnostic; a kind without places is about the whole file. */
export function placesOf(diagnostic: Diagnostic): readonly Place[] {
  return diagnostic.places.length > 0 ? diagnostic.places : [{}]
}

function paramsOf(place: Place, words: Words): WordParams {
  const { file, row, line, column, subject, params } = place
  const given = Object.entries({ row, line, column, subject, ...params }).filter(([, value]) => value !== undefined)
  return { file: file ?? words.say('diagnostic-file.this'), ...(Object.fromEntries(given) as WordParams) }
}
