// Where things are: the project's own folder, and a cache that goes when the packages go.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))
export const cache = join(root, 'node_modules', '.cache', 'headstand')
