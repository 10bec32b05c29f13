/**
 * Makes the pages of ride codes and of licences that are shown offline, and the front page that leads to them, be there without a
 * network. It keeps the files of one build
 * and nothing else: no answer of the API, no token, nothing of a person. All else is the network's.
 */
declare const self: ServiceWorkerGlobalScope;

/** Put in by the build: the files that these pages load, by names that change with their content. */
declare const SHELL: { readonly version: string; readonly entry: string; readonly files: readonly string[] };

const { version, entry, files } = SHELL;
const CACHE = `civigraph:shell:${version}`;
/** The page itself, as it stands at the site's own address. */
const PAGE = "/";
/** So long a page waits for a network that is there and brings nothing, as in a tunnel. */
const PATIENCE_MS = 3_000;

const isShownOffline = (path: string): boolean =>
  /^\/(?:cards\/[^/]+\/ride|licences\/own\/[^/]+\/offline)$/.test(path);

self.addEventListener("install", (event) => {
  event.waitUntil(fill().then(() => self.skipWaiting()));
});

async function fill(): Promise<void> {
  const page = await fetch(PAGE, { cache: "reload" });
  // A deployment may be under way; the browser tries again with the next page.
  if (!(await page.clone().text()).includes(entry)) throw new Error("the page is of another build");
  const cache = await caches.open(CACHE);
  await cache.addAll(files);
  await cache.put(PAGE, page);
}

self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOlder());
});

async function forgetOlder(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)));
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    // At the gate and the counter nothing is waited for; what is newer comes with the next worker.
    if (isShownOffline(pathname)) event.respondWith(kept(PAGE, request));
    else if (pathname === PAGE) event.respondWith(newest(request));
  } else if (files.includes(pathname)) event.respondWith(kept(pathname, request));
});

async function kept(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(path)) ?? fetch(request);
}

async function newest(request: Request): Promise<Response> {
  const answer = fetch(request);
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS));
  const first = await Promise.race([answer.catch(() => undefined), late]);
  return first ?? (await (await caches.open(CACHE)).match(PAGE)) ?? answer;
}
