// Files and samples come in.
import type { ReadFile } from '../../worker/read'
import { selectDoc } from '../derived'
import type { Reader, ReadingOptions } from './reading'
import type { Tools } from './tools'

export const opening = ({ get, ports, setSession, say }: Tools, read: Reader) => {
  return {
    async openFiles(files: readonly ReadFile[]) {
      const isOpened = await read(files, { kind: 'files', names: files.map((file) => file.name) })
      if (isOpened) setSession({ isFirstVisit: false })
    },
    async openSample(name: string, options: ReadingOptions = {}) {
      if (selectDoc(get())) setSession({ isFirstVisit: false })
      try {
        await read([await ports.sample(name)], { kind: 'sample', name }, options)
      } catch {
        say({ tone: 'bad', key: 'page.sample.missing' })
      }
    },
  }
}
