/** A deployment's word to its pages, as `/config.json` has it. */
export type PageConfig = {
  /** Signs people in: OpenID Connect, found by its discovery document. */
  readonly issuer: string;
  readonly clientId: string;
  readonly signOut: SignOutForm;
  /** Where people look for service items. */
  readonly region: string;
};

/**
 * The form in which the issuer ends its session: that of OpenID Connect RP-Initiated Logout, at the place that its discovery
 * document names; or Cognito's own, which no document names, with the address of its `/logout`.
 */
export type SignOutForm = { readonly kind: "standard" } | { readonly kind: "cognito"; readonly url: string };
