import { wordsFor } from '../../i18n/words'
import { textOf } from '../../model/write'
import { argumentsOf, READING } from '../arguments'
import type { Command } from '../command'
import { open, put } from '../files'
import { noOrganisation } from '../output/problems'

/** Writes the own format; reading it again gives the same organisation. */
export const command: Command = {
  name: 'convert',
  usage: 'convert FILE… [--map …] [--lang CODE] --out F',
  does: "writes Headstand's own format",
  run(args) {
    const given = argumentsOf(args, READING)
    const opened = open(given.files, given.text('map'))
    if (!opened.org) return noOrganisation(opened, wordsFor(given.text('lang') ?? 'en'))
    put(given.text('out'), [textOf(opened.org.doc)])
    return 0
  },
}
