// One description of a value serves twice: it checks what a file says, and it writes the JSON Schema. A check repairs instead of refusing:
// what is not of its shape is told and becomes not known, so that one bad cell never costs a row.

export type JsonSchema = { readonly [key: string]: unknown }
/** Told for each value that is not of its shape: where in the row, and what was expected (a code of `expected.<code>`). */
export type Tell = (path: string, expected: string) => void

export interface Shape<T> {
  readonly check: (value: unknown, tell: Tell, path: string) => T | undefined
  readonly schema: JsonSchema
}

export function text(description?: string): Shape<string> {
  return {
    check: (value, tell, path) => {
      if (typeof value === 'string') return value
      if (typeof value === 'number' && Number.isFinite(value)) return String(value)
      return told(tell, path, 'text')
    },
    schema: described({ type: 'string' }, description),
  }
}

/** A text that says something: blanks alone are not of its shape. */
export function filledText(description?: string): Shape<string> {
  const any = text()
  return {
    check: (value, tell, path) =>
      typeof value === 'string' && value.trim() === '' ? told(tell, path, 'text') : any.check(value, tell, path),
    schema: described({ type: 'string', minLength: 1 }, description),
  }
}

export interface Limits {
  readonly min?: number
  readonly max?: number
}
/** Between what a number of this shape has to be, or the one in it that may be none. */
export function limitsOf({ schema }: Shape<unknown>): Required<Limits> {
  const { minimum = -LARGEST, maximum = LARGEST } = (Array.isArray(schema.anyOf) ? schema.anyOf[0] : schema) as JsonSchema
  return { min: minimum as number, max: maximum as number }
}

/** Beyond this a number is a slip of the keyboard; below it no product that the analysis makes can overflow. */
const LARGEST = 1e15

export function number(limits: Limits = {}, description?: string): Shape<number> {
  const { min = -LARGEST, max = LARGEST } = limits
  return {
    check: (value, tell, path) => {
      const given = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : value
      if (typeof given !== 'number' || !Number.isFinite(given)) return told(tell, path, 'number')
      if (given < min || given > max) return told(tell, path, given < 0 && max === LARGEST ? 'number-not-negative' : 'number-in-range')
      return given
    },
    schema: described(
      { type: 'number', ...(limits.min === undefined ? {} : { minimum: min }), ...(limits.max === undefined ? {} : { maximum: max }) },
      description,
    ),
  }
}

export function flag(description?: string): Shape<boolean> {
  return {
    check: (value, tell, path) => (typeof value === 'boolean' ? value : told(tell, path, 'flag')),
    schema: described({ type: 'boolean' }, description),
  }
}

export function oneOf<const V extends string>(values: readonly V[], description?: string): Shape<V> {
  return {
    check: (value, tell, path) => ((values as readonly unknown[]).includes(value) ? (value as V) : told(tell, path, 'one-of')),
    schema: described({ enum: values }, description),
  }
}

export function listOf<T>(item: Shape<T>, description?: string): Shape<readonly T[]> {
  return {
    check: (value, tell, path) => {
      if (!Array.isArray(value)) return told(tell, path, 'list')
      const checked = value.map((one, i) => item.check(one, tell, `${path}[${i}]`))
      return checked.filter((one): one is Exclude<typeof one, undefined> => one !== undefined)
    },
    schema: described({ type: 'array', items: item.schema }, description),
  }
}

/** A list that is not known as a whole as soon as one item is not of its shape: half a list would say something else. */
export function wholeListOf<T>(item: Shape<T>, description?: string): Shape<readonly T[]> {
  const loose = listOf(item, description)
  return {
    check: (value, tell, path) => {
      const checked = loose.check(value, tell, path)
      return Array.isArray(value) && checked?.length === value.length ? checked : undefined
    },
    schema: loose.schema,
  }
}

/** `null` = known to be none. */
export function orNone<T>(shape: Shape<T>): Shape<T | null> {
  return {
    check: (value, tell, path) => (value === null ? null : shape.check(value, tell, path)),
    schema: { anyOf: [shape.schema, { type: 'null' }], ...(shape.schema.description ? { description: shape.schema.description } : {}) },
  }
}

/** The first shape that takes the value without a word; its own complaint is `expected`. */
export function either<T>(shapes: readonly Shape<T>[], expected: string, description?: string): Shape<T> {
  return {
    check: (value, tell, path) => {
      for (const shape of shapes) {
        let fits = true
        const checked = shape.check(value, () => (fits = false), path)
        if (fits && checked !== undefined) return checked
      }
      return told(tell, path, expected)
    },
    schema: described({ anyOf: shapes.map((shape) => shape.schema) }, description),
  }
}

export function textMap<T>(item: Shape<T>, description?: string): Shape<Readonly<Record<string, T>>> {
  return {
    check: (value, tell, path) => {
      if (!isRecord(value)) return told(tell, path, 'object')
      const entries = Object.entries(value).map(([key, one]) => [key, item.check(one, tell, `${path}.${key}`)] as const)
      return Object.fromEntries(entries.filter(([, one]) => one !== undefined)) as Readonly<Record<string, T>>
    },
    schema: described({ type: 'object', additionalProperties: item.schema }, description),
  }
}

export type Fields = Readonly<Record<string, Shape<unknown>>>
export interface RecordShape<T> extends Shape<T> {
  readonly fields: Fields
  readonly required: readonly string[]
}
/** An object with known fields; keys we do not know are kept under `rest`. Without a required field there is no object. */
export function record<T>(fields: Fields, required: readonly string[] = [], description?: string): RecordShape<T> {
  const shapes = new Map(Object.entries(fields))
  const check = (value: unknown, tell: Tell, path: string): T | undefined => {
    if (!isRecord(value)) return told(tell, path, 'object')
    const found: Record<string, unknown> = {}
    let rest: [string, unknown][] | null = null
    for (const key of Object.keys(value)) {
      const given = value[key]
      const shape = shapes.get(key)
      if (!shape) {
        rest ??= []
        rest.push([key, given])
      } else if (given !== undefined) {
        const checked = shape.check(given, tell, path === '' ? key : `${path}.${key}`)
        if (checked !== undefined) found[key] = checked
      }
    }
    if (rest) found.rest = Object.fromEntries(rest)
    const missing = required.find((key) => !Object.hasOwn(found, key))
    return missing === undefined ? (found as T) : told(tell, path === '' ? missing : `${path}.${missing}`, 'required')
  }
  const properties = Object.fromEntries(Object.entries(fields).map(([key, shape]) => [key, shape.schema]))
  return {
    check,
    fields,
    required,
    schema: described({ type: 'object', properties, ...(required.length > 0 ? { required } : {}) }, description),
  }
}

/** A shape that may hold itself; `name` is its place under `$defs`. */
export function later<T>(name: string, shape: () => Shape<T>): Shape<T> {
  return { check: (value, tell, path) => shape().check(value, tell, path), schema: { $ref: `#/$defs/${name}` } }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function told(tell: Tell, path: string, expected: string): undefined {
  tell(path, expected)
  return undefined
}

function described(schema: JsonSchema, description?: string): JsonSchema {
  return description === undefined ? schema : { ...schema, description }
}
