import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { httpFront } from "../../local/http-front.ts";
import { issuerOf, newKey } from "../../local/issuer.ts";
import { demoAccounts } from "../../local/sign-in/accounts.ts";
import { trustedAt } from "../../local/sign-in/clients.ts";
import { openSignIn } from "../../local/sign-in/provider.ts";
import { tokenVerifier } from "../../services/api/oidc.ts";
import { api } from "../../services/app/api.ts";
import { createGraphqlHandler } from "../../services/app/compose.ts";
import { plusMs, systemRuntime } from "../../services/kernel/runtime.ts";
import { startPlatform } from "../support/platform.ts";
import { schema } from "../support/schema.ts";

export type SignInServer = Awaited<ReturnType<typeof startSignInServer>>;

/** The sign-in and the API that trusts it, as `npm start` has them, at a time that the test moves on. */
export async function startSignInServer() {
  const platform = await startPlatform();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://localhost:${port}`;
  let passedMs = 0;
  const now = () => plusMs(systemRuntime.now(), passedMs);
  const issuer = await issuerOf(JSON.parse(await newKey()));
  const { ports } = platform;
  const accounts = demoAccounts("ofc_0123456789abcdef", ports.secrets);
  const verifyToken = tokenVerifier([trustedAt(origin)], ports.secrets, () => issuer.keySet);
  const runtime = { ...ports.runtime, now };
  const handlers = {
    graphql: createGraphqlHandler({ ...ports, runtime, verifyToken }, api, schema),
    endpoints: [],
    files: platform.files,
    documents: platform.published.handle,
    signIn: openSignIn({ origin, issuer, accounts, now }).handle,
  };
  server.on("request", httpFront(handlers, [], port));
  return {
    origin,
    accounts,
    issuer,
    pass: (ms: number): void => {
      passedMs += ms;
    },
    stop: async (): Promise<void> => {
      server.closeAllConnections();
      server.close();
      await platform.stop();
    },
  };
}

/** The form of the sign-in page, as a browser without scripts would send it. */
export type Form = {
  readonly html: string;
  readonly fields: URLSearchParams;
  /** The account that each button stands for, by the text of the button. */
  readonly buttons: ReadonlyMap<string, string>;
};

const text = (html: string): string =>
  html
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

export function formIn(html: string): Form {
  const hidden = [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)];
  const buttons = [...html.matchAll(/<button name="account" value="([^"]*)">([^<]*)/g)];
  return {
    html,
    fields: new URLSearchParams(
      hidden.map(([, name = "", value = ""]): [string, string] => [text(name), text(value)]),
    ),
    buttons: new Map(buttons.map(([, value = "", says = ""]) => [text(says), text(value)])),
  };
}
