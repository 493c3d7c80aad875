// What is made of a value is made once, and goes when it goes: values never change, so nothing has to be forgotten by hand.
import { finish, type Steps } from './steps'

export interface Once<Of extends object, Rest extends readonly unknown[], Made> {
  (of: Of, ...rest: Rest): Made
  /** What was made elsewhere, in a worker: it is not made again. */
  readonly keep: (of: Of, made: Made) => void
  /** Whether it has been made. */
  readonly has: (of: Of) => boolean
}

/** The same answer for the same value, made when it is first asked for. `rest` has to follow from it: it is not compared. */
export function once<Of extends object, Rest extends readonly unknown[], Made>(
  make: (of: Of, ...rest: Rest) => Made,
): Once<Of, Rest, Made> {
  const made = new WeakMap<Of, { readonly value: Made }>()
  const ask = (of: Of, ...rest: Rest): Made => {
    let held = made.get(of)
    if (!held) made.set(of, (held = { value: make(of, ...rest) }))
    return held.value
  }
  return Object.assign(ask, { keep: (of: Of, value: Made) => void made.set(of, { value }), has: (of: Of) => made.has(of) })
}

export interface OnceInSteps<Of extends object, Made> extends Once<Of, [], Made> {
  /** Makes it ahead, where it is not made yet. */
  readonly steps: (of: Of) => Steps<Made>
}

/** The same, made at once when it is first asked for, or in steps before that. */
export function onceInSteps<Of extends object, Made>(make: (of: Of) => Steps<Made>): OnceInSteps<Of, Made> {
  const ask = once((of: Of) => finish(make(of)))
  function* steps(of: Of): Steps<Made> {
    if (ask.has(of)) return ask(of)
    const made = yield* make(of)
    if (!ask.has(of)) ask.keep(of, made) // somebody may have asked meanwhile
    return ask(of)
  }
  return Object.assign(ask, { steps })
}

/** The same for a value and a key, which is compared as keys of a Map are. */
export function onceEach<Of extends object, Key, Rest extends readonly unknown[], Made>(
  make: (of: Of, key: Key, ...rest: Rest) => Made,
): (of: Of, key: Key, ...rest: Rest) => Made {
  const madeOf = once((_: Of) => new Map<Key, { readonly value: Made }>())
  return (of, key, ...rest) => {
    const made = madeOf(of)
    let held = made.get(key)
    if (!held) made.set(key, (held = { value: make(of, key, ...rest) }))
    return held.value
  }
}

/** Made when it is first asked for. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
