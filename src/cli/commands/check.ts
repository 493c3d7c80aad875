import { argumentsOf, READING, wordsOf } from '../arguments'
import type { Command } from '../command'
import { open, put } from '../files'
import { checkJson, checkText } from '../output/check'

/** Says what was recognised and everything that is wrong. */
export const command: Command = {
  name: 'check',
  usage: 'check FILE… [--json] [--fields] [--strict] [--map …] [--lang CODE] [--out F]',
  does: 'reads, says what was recognised and every diagnostic',
  async run(args) {
    const given = argumentsOf(args, {
      json: { type: 'boolean' },
      fields: { type: 'boolean' },
      strict: { type: 'boolean' },
      ...READING,
    })
    const words = wordsOf(given)
    const opened = await open(given.files, given.text('map'), given.text('sheet'))
    const said = given.is('json') ? `${JSON.stringify(checkJson(opened, words, given.is('fields')), null, 2)}\n` : checkText(opened, words)
    put(given.text('out'), [said])
    const has = (severity: string) => opened.diagnostics.some((one) => one.severity === severity)
    return opened.org === null || has('error') || (given.is('strict') && has('warning')) ? 1 : 0
  },
}
