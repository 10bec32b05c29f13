import { CLIENTS, type ClientName } from "../../services/kernel/process/trusted-issuers.ts";
import type { OidcSignIn, Stage } from "../stages.ts";
import { type OtherStack, originOf, outputOf } from "./stack-outputs.ts";

/** Where the people of a front-end sign in, as web/shared/page-config.ts has it. */
type SignInPlace = {
  readonly issuer: string;
  readonly clientId: string;
  readonly signOut: { readonly kind: "standard" } | { readonly kind: "cognito"; readonly url: string };
};

/** The sign-in of the front-ends as their pages are told of it, and the origins that they reach for it. */
export type PageSignIn = {
  readonly places: Readonly<Record<ClientName, SignInPlace>>;
  /** By a request: discovery, keys, tokens. */
  readonly called: readonly string[];
  /** By a form, to sign out. */
  readonly sentTo: readonly string[];
};

const NAMES = Object.keys(CLIENTS) as ClientName[];
const isOfOfficers = (name: ClientName): boolean => CLIENTS[name].signsIn === "OFFICER";

/** @param data The stage's data stack, which has the user pools. */
export const pageSignIn = ({ signIn }: Stage, data: OtherStack): PageSignIn =>
  signIn.kind === "cognito" ? atPools(data) : atIssuers(signIn);

/** Citizens' pool and officers', as infra/data-stack.ts names their outputs. */
function atPools(data: OtherStack): PageSignIn {
  const at = (of: "" | "Officers") =>
    ({
      issuer: outputOf(data, `${of}Issuer`),
      clientId: outputOf(data, `${of}UserPoolClientId`),
      signOut: { kind: "cognito", url: `${originOf(data, `${of}SignInUrl`)}/logout` },
    }) as const;
  return {
    places: placesOf((name) => at(isOfOfficers(name) ? "Officers" : "")),
    // A pool's issuer has the keys, and its pages the rest. Both pools are in one region, so their issuers have one origin.
    called: [originOf(data, "Issuer"), originOf(data, "SignInUrl"), originOf(data, "OfficersSignInUrl")],
    // One goes to Cognito's sign-out by an address, which is no form.
    sentTo: [],
  };
}

function atIssuers({ issuer, officers, clients }: OidcSignIn): PageSignIn {
  const issuerOf = (name: ClientName): string => (isOfOfficers(name) && officers?.issuer) || issuer;
  const origins = [...new Set(NAMES.map((name) => new URL(issuerOf(name)).origin))];
  return {
    places: placesOf((name) => {
      const { [name]: clientId } = clients;
      if (clientId === undefined)
        throw new Error(`signIn in infra/stages.ts names no client for the ${name}, which has pages`);
      return { issuer: issuerOf(name), clientId, signOut: { kind: "standard" } };
    }),
    ...{ called: origins, sentTo: origins },
  };
}

const placesOf = (placeOf: (name: ClientName) => SignInPlace): PageSignIn["places"] => ({
  portal: placeOf("portal"),
  desk: placeOf("desk"),
  console: placeOf("console"),
});
