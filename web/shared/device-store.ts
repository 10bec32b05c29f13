/** A store of this device: it may hold keys that no script can read, which nothing but IndexedDB keeps. */
export type DeviceStore<T> = {
  /** Throws where the browser keeps nothing. */
  readonly keep: (one: T) => Promise<unknown>;
  /** A browser that keeps nothing has none. */
  readonly read: () => Promise<readonly T[]>;
  readonly forget: (key: string) => Promise<unknown>;
};

/** A store of what people have put on this device, each for themselves. */
export type PersonalStore<T> = DeviceStore<T> & {
  /** Forgets what is not this person's. Without a person, all of it. */
  readonly forgetOfOthers: (person: string | undefined) => Promise<void>;
};

/**
 * Each use opens it anew, so that a sign-out in one tab ends what another shows.
 *
 * @param database It has this one store: another that comes later asks nobody to close the first.
 * @param keyPath The part of an entry by which it is found again.
 */
export function deviceStore<T, Key extends keyof T & string>(
  database: string,
  store: string,
  keyPath: Key,
): DeviceStore<T> {
  const open = (): Promise<IDBDatabase> =>
    new Promise((resolve, reject) => {
      const request = indexedDB.open(database, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath });
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  async function inStore<R>(
    mode: IDBTransactionMode,
    act: (of: IDBObjectStore) => IDBRequest<R>,
  ): Promise<R> {
    const opened = await open();
    try {
      return await new Promise<R>((resolve, reject) => {
        const transaction = opened.transaction(store, mode);
        const request = act(transaction.objectStore(store));
        transaction.oncomplete = () => resolve(request.result);
        transaction.onerror = () => reject(transaction.error);
        transaction.onabort = () => reject(transaction.error);
      });
    } finally {
      opened.close();
    }
  }
  return {
    keep: (one) => inStore("readwrite", (of) => of.put(one)),
    read: () => inStore<T[]>("readonly", (of) => of.getAll()).catch(() => []),
    forget: (key) => inStore("readwrite", (of) => of.delete(key)).catch(() => undefined),
  };
}

/** As `deviceStore`, for entries that name the one who has put them there, as the issuer names them. */
export function personalStore<T extends { readonly person: string }, Key extends keyof T & string>(
  database: string,
  store: string,
  keyPath: Key,
): PersonalStore<T> {
  const kept = deviceStore<T, Key>(database, store, keyPath);
  return {
    ...kept,
    async forgetOfOthers(person) {
      const others = (await kept.read()).filter((one) => one.person !== person);
      await Promise.all(others.map((one) => kept.forget(String(one[keyPath]))));
    },
  };
}
