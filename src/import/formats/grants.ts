// One line a grant: who, what, up to how much.
import { authorityFormat } from '../authorityFormat'
import { tablesIn } from '../tables'

export const format = authorityFormat('grants', tablesIn)
