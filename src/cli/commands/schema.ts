import { schemaOfFormat } from '../../model/schema'
import { argumentsOf } from '../arguments'
import type { Command } from '../command'
import { put } from '../files'

/** Prints the JSON Schema of the own format. */
export const command: Command = {
  name: 'schema',
  usage: 'schema [--out F]',
  does: 'prints the JSON Schema of the own format',
  run(args) {
    const given = argumentsOf(args, { out: { type: 'string' } })
    put(given.text('out'), [`${JSON.stringify(schemaOfFormat(), null, 2)}\n`])
    return 0
  },
}
