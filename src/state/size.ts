// What is large: then nothing is derived while the page waits, charts and counts are made in slices or come with the file.
import type { OrgDoc } from '../model/types'

const LARGE_ROLES = 2000
export const isLarge = ({ roles }: Pick<OrgDoc, 'roles'>): boolean => roles.length >= LARGE_ROLES

/** From here on a file is seen before it is counted: code that runs for the first time is slow. */
const SEEN_FIRST_ROLES = 300
export const isSeenFirst = ({ roles }: Pick<OrgDoc, 'roles'>): boolean => roles.length >= SEEN_FIRST_ROLES
