import type { Message } from "../../services/kernel/message.ts";
import {
  type Capacity,
  CLIENTS,
  type ClientName,
  type TrustedIssuer,
} from "../../services/kernel/process/trusted-issuers.ts";
import type { PageConfig, SignInPlace } from "../../web/shared/page-config.ts";

/** A front-end of this machine that people sign in to, with the only addresses that it is answered at. */
export type Client = {
  readonly id: ClientName;
  readonly title: Message;
  readonly signsIn: Capacity;
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
};

const TITLES: Readonly<Record<ClientName, Message>> = {
  portal: { zh: "办事门户", en: "the portal" },
  console: { zh: "合作方控制台", en: "the partners' console" },
  desk: { zh: "工作台", en: "the officers' desk" },
};

/** The clients of the local sign-in. None has a secret: their code runs in a browser. */
export const clientsAt = (origin: string): readonly Client[] =>
  (Object.keys(CLIENTS) as ClientName[]).map((id) => {
    const { signsIn, signedIn, signedOut } = CLIENTS[id];
    return {
      ...{ id, title: TITLES[id], signsIn },
      redirectUris: [`${origin}${signedIn}`],
      postLogoutRedirectUris: [`${origin}${signedOut}`],
    };
  });

/** The local sign-in as the API trusts it. */
export const trustedAt = (origin: string): TrustedIssuer => ({
  issuer: origin,
  jwksUrl: `${origin}/jwks.json`,
  clients: clientsAt(origin).map(({ id, signsIn }) => ({ id, signsIn: [signsIn] })),
  claims: undefined,
});

/** The local sign-in as the front-ends' pages are told of it. */
export function signInPlacesAt(origin: string): PageConfig["signIn"] {
  const at = (clientId: ClientName): SignInPlace => ({
    ...{ issuer: origin, clientId },
    signOut: { kind: "standard" },
  });
  return { portal: at("portal"), desk: at("desk"), console: at("console") };
}
