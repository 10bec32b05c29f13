import type { SignOutForm } from "../page-config.ts";

/** The way out by the issuer: a form that is posted, or an address that is gone to. */
export type WayOut =
  | { readonly kind: "post"; readonly to: string; readonly fields: Readonly<Record<string, string>> }
  | { readonly kind: "go"; readonly to: string };

type SignedIn = {
  readonly clientId: string;
  readonly idToken: string | undefined;
  /** The page to come back to, by its whole address, which the issuer knows. */
  readonly home: string;
  /** Of the discovery document. */
  readonly endpoint: string | undefined;
};

/** How somebody leaves an issuer that ends its sessions in this form; undefined where it has no such place. */
export function wayOut(
  form: SignOutForm,
  { clientId, idToken, home, endpoint }: SignedIn,
): WayOut | undefined {
  if (form.kind === "cognito") {
    const to = new URL(form.url);
    to.searchParams.set("client_id", clientId);
    to.searchParams.set("logout_uri", home);
    return { kind: "go", to: to.href };
  }
  if (endpoint === undefined) return undefined;
  // Posted, for an address would carry the token, which names the person.
  const hint = idToken === undefined ? {} : { id_token_hint: idToken };
  return {
    kind: "post",
    to: endpoint,
    fields: { client_id: clientId, post_logout_redirect_uri: home, ...hint },
  };
}
