// Which files are shown before they are opened, and which open at once with a line that says what they were read as.
import type { Understood } from '../import/understood'

export interface Recognition {
  readonly understood: Understood | null
  /** It was read as the reader corrected files like it before. */
  readonly isRemembered: boolean
}

/** More rows than somebody would see at a glance to be right. */
export const GLANCE_ROWS = 20_000

/** Our own format and outlines say themselves what they are. */
export function isOurs({ shape }: Understood): boolean {
  return shape === 'own' || shape === 'outline'
}

/** Whether the reader is to look first: something was guessed, mended or left out, powers are to be joined, or it is too much to take on trust. */
export function isToBeShown(files: readonly Recognition[]): boolean {
  return files.some(({ understood, isRemembered }) => {
    if (understood === null || isOurs(understood)) return false
    if (understood.authority || understood.account.rowsIn > GLANCE_ROWS) return true
    return isRemembered ? !isWhole(understood) : !understood.isPlain
  })
}

/** Every row is placed as it is. */
function isWhole({ account: { repaired, leftOut } }: Understood): boolean {
  return repaired.length === 0 && leftOut.length === 0
}
