// JSON in pieces: a list of a million rows never becomes one string.

/** Pretty at the first two levels, a line a row below. */
export function* inChunks(value: Readonly<Record<string, unknown>>): Iterable<string> {
  const entries = Object.entries(value)
  yield '{\n'
  for (const [i, [key, one]] of entries.entries()) {
    const comma = i < entries.length - 1 ? ',' : ''
    if (Array.isArray(one) && one.length > 0) {
      yield `  ${JSON.stringify(key)}: [\n`
      for (const [k, row] of one.entries()) yield `    ${JSON.stringify(row)}${k < one.length - 1 ? ',' : ''}\n`
      yield `  ]${comma}\n`
    } else yield `  ${JSON.stringify(key)}: ${JSON.stringify(one)}${comma}\n`
  }
  yield '}\n'
}
