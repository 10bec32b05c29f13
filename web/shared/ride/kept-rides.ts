/**
 * By this a device shows a card's ride code without a network and without a sign-in, for a day: the platform's signed word,
 * and the key that it stands for, which no script can read. Kept in IndexedDB, because it holds such keys. Each use
 * opens it anew, so that a sign-out in one tab ends what another shows.
 */
export type KeptRide = {
  readonly card: string;
  /** The one whose card it is, as the issuer names them. */
  readonly person: string;
  readonly keys: CryptoKeyPair;
  readonly credential: Uint8Array<ArrayBuffer>;
  readonly validUntil: string;
  /** The last digits of the card's number. */
  readonly ending: string;
  /** How far the clock of this device was behind the platform's, in seconds. */
  readonly clockBehind: number;
};

const DATABASE = "civigraph";
const STORE = "rides";

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "card" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function inStore<T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = act(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

/** Throws where the browser keeps nothing. */
export const keepRide = (ride: KeptRide): Promise<unknown> =>
  inStore("readwrite", (store) => store.put(ride));

/** A browser that keeps nothing has none. */
export const readRides = (): Promise<readonly KeptRide[]> =>
  inStore<KeptRide[]>("readonly", (store) => store.getAll()).catch(() => []);

export const forgetRide = (card: string): Promise<unknown> =>
  inStore("readwrite", (store) => store.delete(card)).catch(() => undefined);

/** Forgets what is not this person's. Without a person, all of it. */
export async function forgetRidesOfOthers(person: string | undefined): Promise<void> {
  const others = (await readRides()).filter((ride) => person === undefined || ride.person !== person);
  await Promise.all(others.map(({ card }) => forgetRide(card)));
}
