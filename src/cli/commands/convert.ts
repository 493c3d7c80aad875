import { textOf } from '../../model/write'
import { argumentsOf, READING, wordsOf } from '../arguments'
import type { Command } from '../command'
import { open, put } from '../files'
import { organisationOf } from '../output/problems'

/** Writes the own format; reading it again gives the same organisation. */
export const command: Command = {
  name: 'convert',
  usage: 'convert FILE… [--map …] [--lang CODE] --out F',
  does: "writes Headstand's own format",
  async run(args) {
    const given = argumentsOf(args, READING)
    const words = wordsOf(given)
    const org = organisationOf(await open(given.files, given.text('map'), given.text('sheet')), words)
    if (!org) return 1
    put(given.text('out'), [textOf(org.doc)])
    return 0
  },
}
