import type { Message } from "../../services/kernel/message.ts";
import type { Capacity, ClientName, TrustedIssuer } from "../../services/kernel/process/trusted-issuers.ts";

/** A front-end of this machine that people sign in to, with the only addresses that it is answered at. */
export type Client = {
  readonly id: ClientName;
  readonly title: Message;
  readonly signsIn: Capacity;
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
};

/** The clients of the local sign-in; a further one is a line here. None has a secret: their code runs in a browser. */
export const clientsAt = (origin: string): readonly Client[] => [
  {
    ...{ id: "portal", title: { zh: "办事门户", en: "the portal" }, signsIn: "CITIZEN" },
    redirectUris: [`${origin}/signed-in`],
    postLogoutRedirectUris: [`${origin}/`],
  },
  {
    ...{ id: "console", title: { zh: "合作方控制台", en: "the partners' console" }, signsIn: "CITIZEN" },
    redirectUris: [`${origin}/console/signed-in`],
    postLogoutRedirectUris: [`${origin}/console`],
  },
  {
    ...{ id: "desk", title: { zh: "工作台", en: "the officers' desk" }, signsIn: "OFFICER" },
    redirectUris: [`${origin}/desk/signed-in`],
    postLogoutRedirectUris: [`${origin}/desk`],
  },
];

/** The local sign-in as the API trusts it. */
export const trustedAt = (origin: string): TrustedIssuer => ({
  issuer: origin,
  jwksUrl: `${origin}/jwks.json`,
  clients: clientsAt(origin).map(({ id, signsIn }) => ({ id, signsIn: [signsIn] })),
  claims: undefined,
});
