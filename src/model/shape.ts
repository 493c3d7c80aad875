// One description of a value serves twice: it checks what a file says, and it writes the JSON Schema. A check repairs instead of refusing:
// what is not of its shape is told and becomes not known, so that one bad cell never costs a row.

export type JsonSchema = { readonly [key: string]: unknown }
/** Told for each value that is not of its shape: where in the row, and what was expected (a code of `expected.<code>`); `ODD` is kept. */
export type Tell = (path: string, expected: string, seen?: Seen) => void
/** A number that is out of bounds, as the file has it, and the bounds. */
export type Seen = Readonly<Record<'value' | 'min' | 'max', string | number>>
/** Expected: a number that is rather usual. It may be so, and is kept; a slip of the keyboard looks the same. */
export const ODD = 'usual'

export interface Shape<T> {
  readonly check: (value: unknown, tell: Tell, path: string) => T | undefined
  readonly schema: JsonSchema
  /** Of a number: up to here nothing is said. */
  readonly usual?: number
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
/** Between what a number of this shape, or the one in it that may be none, passes without a word. */
export function limitsOf({ schema, usual = LARGEST }: Shape<unknown>): Required<Limits> {
  const { minimum = -LARGEST, maximum = LARGEST } = (Array.isArray(schema.anyOf) ? schema.anyOf[0] : schema) as JsonSchema
  return { min: minimum as number, max: Math.min(maximum as number, usual) }
}

/** Beyond this a number is a slip of the keyboard; below it no product that the analysis makes can overflow. */
const LARGEST = 1e15

/** Beyond `usual` a number is kept and told. */
export function number(limits: Limits & { readonly usual?: number } = {}, description?: string): Shape<number> {
  const { min = -LARGEST, max = LARGEST, usual } = limits
  return {
    check: (value, tell, path) => {
      const given = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : value
      if (typeof given !== 'number' || !Number.isFinite(given)) return told(tell, path, 'number', seenAs(value, min, max))
      if (given < min || given > max) {
        const expected = max < LARGEST ? 'number-in-range' : given < min ? 'number-not-negative' : 'number-smaller'
        return told(tell, path, expected, seenAs(value, min, max))
      }
      if (usual !== undefined && given > usual) tell(path, ODD, seenAs(value, min, usual))
      return given
    },
    ...(usual === undefined ? {} : { usual }),
    schema: described(
      { type: 'number', ...(limits.min === undefined ? {} : { minimum: min }), ...(limits.max === undefined ? {} : { maximum: max }) },
      description,
    ),
  }
}

const LONGEST_SEEN = 40
/** As the file writes it, short enough to be read; nothing of what is no value at all. */
function seenAs(value: unknown, min: number, max: number): Seen | undefined {
  if (typeof value === 'object') return undefined
  const text = typeof value === 'string' ? `“${value}”` : String(value)
  return { value: text.length > LONGEST_SEEN ? `${text.slice(0, LONGEST_SEEN)}…` : text, min, max }
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
    ...(shape.usual === undefined ? {} : { usual: shape.usual }),
    schema: { anyOf: [shape.schema, { type: 'null' }], ...(shape.schema.description ? { description: shape.schema.description } : {}) },
  }
}

/** The first shape that takes the value without a word; its own complaint is `expected`. */
export function either<T>(shapes: readonly Shape<T>[], expected: string, description?: string): Shape<T> {
  return {
    check: (value, tell, path) => {
      for (const shape of shapes) {
        const odd: Parameters<Tell>[] = []
        let fits = true
        const checked = shape.check(value, (...one) => (one[1] === ODD ? odd.push(one) : (fits = false)), path)
        if (!fits || checked === undefined) continue
        for (const one of odd) tell(...one)
        return checked
      }
      return told(tell, path, expected)
    },
    schema: described({ anyOf: shapes.map((shape) => shape.schema) }, description),
  }
}

/** `own`: keys whose values have a shape of their own. */
export function textMap<T>(
  item: Shape<T>,
  description?: string,
  own: Readonly<Record<string, Shape<T>>> = {},
): Shape<Readonly<Record<string, T>>> {
  const shapeOf = (key: string) => (Object.hasOwn(own, key) ? (own[key] as Shape<T>) : item)
  return {
    check: (value, tell, path) => {
      if (!isRecord(value)) return told(tell, path, 'object')
      const within = (key: string) => (path === '' ? key : `${path}.${key}`)
      const entries = Object.entries(value).map(([key, one]) => [key, shapeOf(key).check(one, tell, within(key))] as const)
      return Object.fromEntries(entries.filter(([, one]) => one !== undefined)) as Readonly<Record<string, T>>
    },
    schema: described({ type: 'object', additionalProperties: item.schema }, description),
  }
}

/** A value that also says something as a whole. */
export function such<T>(shape: Shape<T>, isSound: (value: T) => boolean, expected: string): Shape<T> {
  return {
    ...shape,
    check: (value, tell, path) => {
      const checked = shape.check(value, tell, path)
      return checked === undefined || isSound(checked) ? checked : told(tell, path, expected)
    },
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

function told(tell: Tell, path: string, expected: string, seen?: Seen): undefined {
  tell(path, expected, seen)
  return undefined
}

function described(schema: JsonSchema, description?: string): JsonSchema {
  return description === undefined ? schema : { ...schema, description }
}
