// Samples come in; files do by doors/importing.ts.
import { selectDoc } from '../derived'
import type { Reader, ReadingOptions } from './reading'
import type { Tools } from './tools'

export const opening = ({ get, ports, setSession, say }: Tools, read: Reader) => {
  return {
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
