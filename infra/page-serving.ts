/** How the pages of the front-ends are served: by `npm start` (local/web/serve.ts) and by a stage (infra/web-stack.ts). */

/** Pages call the API here. Partners and payment gateways call its own address. */
export const API_PATH = "/graphql";
/** Below it lies what pages load. Each name has its content's hash, so a browser keeps it for good. */
export const ASSETS = "/assets/";
/** A deployment's word to its pages: web/shared/page-config.ts. */
export const CONFIG_FILE = "/config.json";

/** Asked for by this name for as long as there are pages: web/worker/service-worker.ts as it is built. */
export const SERVICE_WORKER = "/service-worker.js";

export const FOR_GOOD = "public, max-age=31536000, immutable";
/** Pages and their configuration are asked for each time: a new version is there at once. */
export const EACH_TIME = "no-store";

/** GraphiQL, with the whole schema to be read. */
export const GRAPHIQL_PATH = "/graphiql";
/** The same for a key of one's own: it keeps nothing over a reload, so that no store of the browser ever has the key. */
export const GRAPHIQL_THAT_FORGETS = `${GRAPHIQL_PATH}#forgets`;
/** In a stage, which has no demo credentials, it is a file: local/graphiql/build.ts. */
export const GRAPHIQL_FILE = `${GRAPHIQL_PATH}/index.html`;

/** The file that answers at an address, and undefined for an address that is a file's own. */
export function pageFileAt(path: string): string | undefined {
  // A stage's viewer function is made of this text, so it names nothing that stands outside of it.
  const isFile = path.slice(path.lastIndexOf("/")).includes(".");
  if (isFile) return undefined;
  if (path === "/graphiql") return "/graphiql/index.html";
  // Nor does CloudFront know all of today's language: it takes no array apart by its places.
  const named = /^\/(desk|console|screen)(?:\/|$)/.exec(path);
  return `/${named ? named[1] : "portal"}/index.html`;
}

/** Origins beside its own that a page may reach. */
export type ReachedOrigins = {
  /** By a request: the issuer's keys and tokens, the files of applications. */
  readonly called: readonly string[];
  /** By a form: the sign-out of an issuer of the standard. */
  readonly sentTo: readonly string[];
};

/** No page of ours asks a browser for any of these. */
const REFUSED_FEATURES = [
  ...["accelerometer", "autoplay", "bluetooth", "browsing-topics", "camera", "display-capture"],
  ...["geolocation", "gyroscope", "hid", "magnetometer", "microphone", "midi", "payment", "serial", "usb"],
];

/**
 * Nothing that a page brings may turn into code or styles; React and the router write no HTML from texts. The one policy of
 * Trusted Types names the service worker's address, and lets no other by.
 */
function contentSecurityPolicy({ called, sentTo }: ReachedOrigins): string {
  const own = (kind: string, others: readonly string[] = []): string => [kind, "'self'", ...others].join(" ");
  return [
    "default-src 'none'",
    ...["script-src", "style-src"].map((kind) => own(kind)),
    // A picture that a script of the page has made itself, as a licence's page: markup alone cannot make one, as it could with data.
    "img-src 'self' blob:",
    ...["manifest-src", "worker-src"].map((kind) => own(kind)),
    own("connect-src", called),
    "base-uri 'none'",
    own("form-action", sentTo),
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types service-worker",
  ].join("; ");
}

/**
 * Of GraphiQL's page. Its editor (Monaco) writes styles into the page and brings its icons along as data; scripts, workers and
 * calls are its own origin's alone. React there writes HTML from the schema's texts, so no policy of Trusted Types holds.
 */
const GRAPHIQL_POLICY = [
  "default-src 'none'",
  ...["script-src", "worker-src", "connect-src"].map((kind) => `${kind} 'self'`),
  "style-src 'self' 'unsafe-inline'",
  ...["font-src", "img-src"].map((kind) => `${kind} data:`),
  ...["base-uri", "form-action", "frame-ancestors"].map((kind) => `${kind} 'none'`),
].join("; ");

/** The headers of each answer with a page, or with what it loads. */
export const pageHeaders = (reached: ReachedOrigins) => headersWith(contentSecurityPolicy(reached));

/** The headers of GraphiQL's page. */
export const graphiqlHeaders = () => headersWith(GRAPHIQL_POLICY);

const headersWith = (policy: string) => ({
  "content-security-policy": policy,
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": REFUSED_FEATURES.map((feature) => `${feature}=()`).join(", "),
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
});
