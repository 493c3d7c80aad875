// What a file in commands/ exports. The name of the command is the name of the file.
export interface Command {
  readonly name: string
  /** How it is called, and in one line what it does. */
  readonly usage: string
  readonly does: string
  /** The exit code: 0 fine, 1 no organisation or not strict enough, 2 unusable. */
  readonly run: (args: readonly string[]) => number | Promise<number>
}
