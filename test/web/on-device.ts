import type { Page } from "playwright-core";

type Store = { readonly database: string; readonly store: string };

/** As web/portal/wallet/device-keys.ts and web/shared/wallet/kept-licences.ts name them. */
export const DEVICE_KEYS: Store = { database: "civigraph-wallet", store: "keys" };
export const KEPT_LICENCES: Store = { database: "civigraph-licences", store: "licences" };

type Entry = { readonly keys?: CryptoKeyPair };
type Seen = { readonly extractable: boolean; readonly type: string } | Record<string, never>;

/** The entries of a store of the browser, each by how its private key is kept, if it has one. */
export const onDevice = (page: Page, of: Store): Promise<readonly Seen[]> =>
  page.evaluate(
    ({ database, store }) =>
      new Promise<readonly Seen[]>((resolve, reject) => {
        const request = indexedDB.open(database, 1);
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const opened = request.result;
          const all: IDBRequest<Entry[]> = opened.transaction(store).objectStore(store).getAll();
          all.onsuccess = () => {
            opened.close();
            resolve(
              all.result.map(({ keys }) =>
                keys ? { extractable: keys.privateKey.extractable, type: keys.privateKey.type } : {},
              ),
            );
          };
        };
      }),
    of,
  );

type Cached = { readonly addresses: readonly string[]; readonly texts: readonly string[] };

/** All that the caches of service workers hold. */
export const cached = (page: Page): Promise<Cached> => page.evaluate(readCaches);

async function readCaches(): Promise<Cached> {
  const all = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
  const requests = (await Promise.all(all.map((cache) => cache.keys()))).flat();
  const texts = await Promise.all(
    requests.map(async (request) => (await (await caches.match(request))?.text()) ?? ""),
  );
  return { addresses: requests.map(({ url }) => url), texts };
}
