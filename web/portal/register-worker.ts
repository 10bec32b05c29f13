/** As infra/page-serving.ts has it. */
const ADDRESS = "/service-worker.js";

/** Trusted Types, in a browser that has them: a policy makes an address one that can be trusted. */
type Policies = {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ) => { readonly createScriptURL: (address: string) => string };
};

declare global {
  var trustedTypes: Policies | undefined;
}

/** The page's policy allows one by this name, once. */
let policy: ReturnType<Policies["createPolicy"]> | undefined;

function trusted(): string {
  policy ??= globalThis.trustedTypes?.createPolicy("service-worker", {
    createScriptURL: (address) => {
      if (address !== ADDRESS) throw new TypeError(`${address} is no service worker of ours`);
      return address;
    },
  });
  return policy?.createScriptURL(ADDRESS) ?? ADDRESS;
}

/** Has the ride code's page be there without a network. Where that cannot be, it is a page like any other. */
export async function registerWorker(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register(trusted(), { updateViaCache: "none" }).catch(() => undefined);
}
