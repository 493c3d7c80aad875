// The drawer of a browser: one database with one store of names and values.
import { createStore, promisifyRequest } from 'idb-keyval'
import type { Drawer } from './types'

export function drawerOfBrowser(): Drawer {
  const open = createStore('headstand', 'kept')
  const get = (store: IDBObjectStore, names: readonly string[]) => Promise.all(names.map((name) => promisifyRequest(store.get(name))))
  return {
    read: async (names) => open('readonly', (store) => get(store, names)),
    change: async (names, job) =>
      open('readwrite', async (store) => {
        const done = promisifyRequest(store.transaction)
        try {
          for (const [name, value] of Object.entries(job(names.length > 0 ? await get(store, names) : []))) {
            if (value === undefined) store.delete(name)
            else store.put(value, name)
          }
        } catch (error) {
          done.catch(() => {}) // it is this error that is told
          store.transaction.abort()
          throw error
        }
        await done
      }),
    clear: async () =>
      open('readwrite', (store) => {
        store.clear()
        return promisifyRequest(store.transaction)
      }),
  }
}
