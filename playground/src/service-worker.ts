/// <reference lib="webworker" />
// Keeps the page's files, so that it opens without a network. The build fills in the list and a name that changes with them.
declare const self: ServiceWorkerGlobalScope;
declare const ZONEWRIGHT_FILES: readonly string[];
declare const ZONEWRIGHT_VERSION: string;

const cacheName = `zonewright-${ZONEWRIGHT_VERSION}`;

async function keep(): Promise<void> {
  const cache = await caches.open(cacheName);
  // Not from the browser's own cache: it may still hold the files of the version before.
  await cache.addAll(ZONEWRIGHT_FILES.map((file) => new Request(file, { cache: 'no-cache' })));
  await self.skipWaiting();
}

async function forgetOthers(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith('zonewright-') && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  return (await cache.match(request, { ignoreSearch: true })) ?? fetch(request);
}

self.addEventListener('install', (event) => event.waitUntil(keep()));
self.addEventListener('activate', (event) => event.waitUntil(forgetOthers()));
self.addEventListener('fetch', (event) => {
  if (event.request.method === 'GET' && new URL(event.request.url).origin === self.location.origin)
    event.respondWith(answer(event.request));
});
