// The drawer of a browser: one database with one store of names and values.
import { createStore, getMany, keys, promisifyRequest } from 'idb-keyval'
import type { Drawer } from './types'

export function drawerOfBrowser(): Drawer {
  const open = createStore('headstand', 'kept')
  return {
    names: async () => (await keys(open)).map(String),
    read: async (names) => getMany([...names], open),
    put: async (values) =>
      open('readwrite', (store) => {
        const { transaction } = store
        const done = promisifyRequest<unknown>(transaction) as Promise<void>
        try {
          for (const [name, value] of Object.entries(values)) {
            if (value === undefined) store.delete(name)
            else store.put(value, name)
          }
          transaction.commit() // what is not committed when the page goes is lost with it
        } catch (error) {
          done.catch(() => {}) // it is this error that is told
          transaction.abort()
          throw error
        }
        return done
      }),
    clear: async () =>
      open('readwrite', (store) => {
        store.clear()
        return promisifyRequest(store.transaction)
      }),
  }
}
