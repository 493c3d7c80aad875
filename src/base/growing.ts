// Columns whose length is not known beforehand: they double as they are written and are cut when they are done.

type Numbers = Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer> | Uint8Array<ArrayBuffer>

export class Growing<T extends Numbers> {
  length: number

  /** Goes on where `column` ends; that one stays as it is. */
  constructor(private column: T) {
    this.length = column.length
  }

  push(value: number): void {
    if (this.length === this.column.length) {
      const more = new (this.column.constructor as new (length: number) => T)(Math.max(16, this.length * 2))
      more.set(this.column)
      this.column = more
    }
    this.column[this.length++] = value
  }

  at(i: number): number {
    return this.column[i] as number
  }
  /** Into a row that is there. */
  put(i: number, value: number): void {
    this.column[i] = value
  }
  /** To a row that is there. */
  add(i: number, value: number): void {
    this.column[i] = (this.column[i] as number) + value
  }

  /** What was written, and no more room. */
  cut(): T {
    return this.length === this.column.length ? this.column : (this.column.slice(0, this.length) as T)
  }
}

export const ints = (from = new Int32Array(0)): Growing<Int32Array<ArrayBuffer>> => new Growing(from)
export const floats = (from = new Float64Array(0)): Growing<Float64Array<ArrayBuffer>> => new Growing(from)
export const bytes = (from = new Uint8Array(0)): Growing<Uint8Array<ArrayBuffer>> => new Growing(from)
