/** The front-ends with a sign-in, by the names that issuers' clients have in a deployment's settings. */
export type FrontEndName = "portal" | "desk" | "console";

/** A deployment's word to its pages, as `/config.json` has it. */
export type PageConfig = {
  readonly signIn: Readonly<Record<FrontEndName, SignInPlace>>;
  /** Where people look for service items. */
  readonly region: string;
  /** Every person and every matter is made up, which each page says. */
  readonly isDemonstration?: boolean;
  /** The API's own address, which partners' servers call; left out where they call it at the pages' origin, too. */
  readonly endpoint?: string;
  /** The address of GraphiQL as it keeps nothing, where the deployment has one. */
  readonly graphiql?: string;
};

/** Where the people of a front-end sign in: officers may have an issuer of their own. */
export type SignInPlace = {
  /** Signs people in: OpenID Connect, found by its discovery document. */
  readonly issuer: string;
  readonly clientId: string;
  readonly signOut: SignOutForm;
};

/**
 * The form in which the issuer ends its session: that of OpenID Connect RP-Initiated Logout, at the place that its discovery
 * document names; or Cognito's own, which no document names, with the address of its `/logout`.
 */
export type SignOutForm = { readonly kind: "standard" } | { readonly kind: "cognito"; readonly url: string };
