import { analyse } from '../../analysis/analyse'
import { findingsCsv } from '../../export/formats/findings'
import { argumentsOf, READING, wordsOf } from '../arguments'
import type { Command } from '../command'
import { open, put } from '../files'
import { analysisJson } from '../output/analysis'
import { inChunks } from '../output/json'
import { organisationOf } from '../output/problems'
import { analysisText } from '../output/text'

/** Totals, walks and findings. */
export const command: Command = {
  name: 'analyse',
  usage: 'analyse FILE… [--format json|text|csv] [--all] [--summary] [--map …] [--lang CODE] [--out F]',
  does: 'says who settles what, and where authority is missing',
  async run(args) {
    const given = argumentsOf(args, {
      format: { type: 'string' },
      all: { type: 'boolean' },
      summary: { type: 'boolean' },
      ...READING,
    })
    const format = given.oneOf('format', ['json', 'text', 'csv'], 'json')
    const words = wordsOf(given)
    const org = organisationOf(await open(given.files, given.text('map'), given.text('sheet')), words)
    if (!org) return 1
    const options = { all: given.is('all'), summary: given.is('summary') }
    const analysis = analyse(org, { withOk: options.all })
    const said = {
      json: () => inChunks(analysisJson(org, analysis, words, options)),
      text: () => [analysisText(org, analysis, words)],
      csv: () => [findingsCsv(org, analysis, words)],
    }[format]()
    put(given.text('out'), said)
    return 0
  },
}
