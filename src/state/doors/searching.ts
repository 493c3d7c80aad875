// A search gets ready while the caret blinks, so that the first letter is as quick as the others.
import { selectOrg } from '../derived'
import { latest } from '../making'
import { prepareSearch } from '../search'
import { inSlices } from '../slices'
import type { Tools } from './tools'

export const searching = ({ get, ports }: Tools) => {
  const preparing = latest()
  return {
    /** Resolves when it is ready, or when another organisation is to be searched. */
    async getReadyToSearch() {
      const org = selectOrg(get())
      if (org) await inSlices(prepareSearch(org), ports.slices, preparing())
    },
  }
}
