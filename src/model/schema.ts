// The JSON Schema of the own format, made from the one description in format.ts.
import { need, SECTIONS, WHOLE } from './format'
import type { JsonSchema } from './shape'
import { CURRENT_VERSION } from './upgrade'

/** JSON Schema 2020-12 of a `headstand` file. `npm run schema` writes it into `public/`. */
export function schemaOfFormat(): JsonSchema {
  const lists = Object.entries(SECTIONS).map(([name, shape]) => [name, { type: 'array', items: shape.schema }])
  const whole = Object.entries(WHOLE).map(([name, shape]) => [name, shape.schema])
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'headstand.schema.json',
    title: `headstand ${CURRENT_VERSION}`,
    description:
      'An organisation and its customers. A key that is absent is not known; null is known to be none; [] is known to be empty. Keys that are not listed here are kept.',
    type: 'object',
    required: ['headstand'],
    properties: { headstand: { const: CURRENT_VERSION }, ...Object.fromEntries([...whole, ...lists]) },
    anyOf: [{ required: ['roles'] }, { required: ['people'] }],
    $defs: { need: need.schema },
  }
}
