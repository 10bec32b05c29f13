import type { Stage } from "../stages.ts";
import { type OtherStack, originOf, outputOf } from "./stack-outputs.ts";

/** The sign-in of the portal as its pages are told of it, and the origins that they reach for it. */
export type PageSignIn = {
  readonly issuer: string;
  readonly clientId: string;
  /** The form in which the issuer ends its session, as web/shared/page-config.ts has it. */
  readonly signOut: { readonly kind: "standard" } | { readonly kind: "cognito"; readonly url: string };
  /** By a request: discovery, keys, tokens. */
  readonly called: readonly string[];
  /** By a form, to sign out. */
  readonly sentTo: readonly string[];
};

/** @param data The stage's data stack, which has the user pools. */
export function pageSignIn({ signIn }: Stage, data: OtherStack): PageSignIn {
  if (signIn.kind === "cognito") {
    // A pool's issuer has the keys, and its pages the rest.
    const pages = originOf(data, "SignInUrl");
    return {
      issuer: outputOf(data, "Issuer"),
      clientId: outputOf(data, "UserPoolClientId"),
      signOut: { kind: "cognito", url: `${pages}/logout` },
      called: [originOf(data, "Issuer"), pages],
      // One goes to Cognito's sign-out by an address, which is no form.
      sentTo: [],
    };
  }
  const { portal } = signIn.clients;
  if (portal === undefined) throw new Error("signIn in infra/stages.ts names no client for the portal");
  const { origin } = new URL(signIn.issuer);
  return {
    ...{ issuer: signIn.issuer, clientId: portal, signOut: { kind: "standard" } },
    ...{ called: [origin], sentTo: [origin] },
  };
}
