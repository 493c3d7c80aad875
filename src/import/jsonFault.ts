// Where a JSON text stops being JSON, in words people use. The messages of JSON.parse differ from engine to engine and from year to
// year, so the place is found by a scanner of our own. One pass, an explicit stack: nesting costs memory, not calls.

export type JsonFaultKind =
  | 'cut-off'
  | 'trailing-comma'
  | 'missing-comma'
  | 'missing-colon'
  | 'missing-value'
  | 'single-quotes'
  | 'curly-quotes'
  | 'key-quotes'
  | 'word'
  | 'comment'
  | 'text-not-closed'
  | 'control-character'
  | 'escape'
  | 'number'
  | 'wrong-bracket'
  | 'more-after-end'
  | 'unexpected'

export interface JsonFault {
  readonly why: JsonFaultKind
  /** 1-based */
  readonly line: number
  /** 1-based, in UTF-16 units as editors count */
  readonly column: number
  /** The character or word that stands there; empty at the end of the text. */
  readonly found: string
}

/** The first fault of a text; null for exactly what JSON.parse takes. */
export function faultIn(text: string): JsonFault | null {
  const fault = new Scanner(text).run()
  if (!fault) return null
  const [why, at] = fault
  return { why, ...placeIn(text, at), found: foundAt(text, at) }
}

type Fault = readonly [JsonFaultKind, number]
type State = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'done'

class Scanner {
  private i = 0
  private state: State = 'value'
  /** True = an object is open, false = a list. */
  private readonly open: boolean[] = []
  private afterComma = false

  constructor(private readonly text: string) {}

  run(): Fault | null {
    for (;;) {
      this.skipBlanks()
      if (this.i >= this.text.length) return this.state === 'done' ? null : ['cut-off', this.i]
      const fault = this.step(this.text[this.i] as string)
      if (fault) return fault
    }
  }

  private step(char: string): Fault | null {
    if (char === '/' && /^[/*]$/.test(this.text[this.i + 1] ?? '')) return this.fault('comment')
    if (char === ']' || char === '}') return this.close(char === '}')
    switch (this.state) {
      case 'done':
        return this.fault('more-after-end')
      case 'colon':
        if (char !== ':') return this.fault('missing-colon')
        this.i++
        this.state = 'value'
        return null
      case 'comma-or-end':
        if (char !== ',') return this.fault(isValueStart(char) ? 'missing-comma' : 'unexpected')
        this.i++
        this.afterComma = true
        this.state = this.open.at(-1) ? 'key' : 'value'
        return null
      case 'key':
      case 'key-or-end':
        if (char !== '"') return this.fault(quoteKind(char) ?? (/[\p{L}\p{N}_$]/u.test(char) ? 'key-quotes' : 'unexpected'))
        this.state = 'colon'
        return this.string()
      case 'value':
      case 'value-or-end':
        return this.value(char)
    }
  }

  private value(char: string): Fault | null {
    this.afterComma = false
    if (char === '{' || char === '[') {
      this.open.push(char === '{')
      this.state = char === '{' ? 'key-or-end' : 'value-or-end'
      this.i++
      return null
    }
    this.state = this.open.length === 0 ? 'done' : 'comma-or-end'
    if (char === '"') return this.string()
    if (/[-+.\d]/.test(char)) return this.token(/^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/, 'number')
    if (/[\p{L}_$]/u.test(char)) return this.token(/^(true|false|null)$/, 'word')
    return this.fault(quoteKind(char) ?? (char === ',' || char === ':' ? 'missing-value' : 'unexpected'))
  }

  private close(isObject: boolean): Fault | null {
    if (this.open.length === 0) return this.fault(this.state === 'done' ? 'more-after-end' : 'wrong-bracket')
    if (this.open.at(-1) !== isObject) return this.fault('wrong-bracket')
    if (this.afterComma) return this.fault('trailing-comma')
    if (this.state === 'value') return this.fault('missing-value')
    if (this.state === 'colon') return this.fault('missing-colon')
    this.open.pop()
    this.i++
    this.state = this.open.length === 0 ? 'done' : 'comma-or-end'
    return null
  }

  private string(): Fault | null {
    this.afterComma = false
    const start = this.i++
    for (; this.i < this.text.length; this.i++) {
      const char = this.text[this.i] as string
      if (char === '"') {
        this.i++
        return null
      }
      if (char === '\\') {
        const escaped = /^\\(["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(this.text.slice(this.i, this.i + 6))
        if (!escaped) return this.i + 1 >= this.text.length ? ['cut-off', this.text.length] : this.fault('escape')
        this.i += escaped[0].length - 1
      } else if (char === '\n' || char === '\r') return ['text-not-closed', start]
      else if (char < ' ') return this.fault('control-character')
    }
    return ['cut-off', this.text.length]
  }

  private token(valid: RegExp, kind: JsonFaultKind): Fault | null {
    const start = this.i
    while (this.i < this.text.length && /[-+.\p{L}\p{N}_$]/u.test(this.text[this.i] as string)) this.i++
    return valid.test(this.text.slice(start, this.i)) ? null : [kind, start]
  }

  private skipBlanks(): void {
    while (this.i < this.text.length && ' \t\n\r'.includes(this.text[this.i] as string)) this.i++
  }

  private fault(why: JsonFaultKind): Fault {
    return [why, this.i]
  }
}

function isValueStart(char: string): boolean {
  return /["'{[\d\p{L}-]/u.test(char)
}

function quoteKind(char: string): JsonFaultKind | null {
  if (char === "'" || char === '`') return 'single-quotes'
  return /[“”„«»‘’]/.test(char) ? 'curly-quotes' : null
}

function placeIn(text: string, at: number): { line: number; column: number } {
  let line = 1
  let lineStart = 0
  for (let next = text.indexOf('\n'); next >= 0 && next < at; next = text.indexOf('\n', next + 1)) {
    line++
    lineStart = next + 1
  }
  return { line, column: at - lineStart + 1 }
}

function foundAt(text: string, at: number): string {
  const ahead = text.slice(at, at + 24)
  const char = Array.from(ahead)[0] ?? ''
  if (/^[\s\p{C}]$/u.test(char)) return `U+${(char.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`
  return /^[\p{L}\p{N}_$+.-]+/u.exec(ahead)?.[0] ?? char
}
