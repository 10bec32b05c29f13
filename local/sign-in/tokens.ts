import type { LocalIssuer } from "../issuer.ts";
import type { Account } from "./accounts.ts";
import type { Session } from "./grants.ts";

/** As long as a stage's user pools let them live. */
const TOKEN_LIFE_SECONDS = 3_600;

const secondsOf = (instant: string): number => Math.floor(Date.parse(instant) / 1_000);

/** The answer of the token endpoint. The API takes the ID token; the access token opens nothing of it. */
export async function tokensOf(
  session: Session,
  account: Account,
  { issuer, origin, now }: { readonly issuer: LocalIssuer; readonly origin: string; readonly now: string },
) {
  const { id: sid, clientId, scope, nonce, refreshToken } = session;
  const issued = {
    iss: origin,
    sub: account.id,
    sid,
    iat: secondsOf(now),
    exp: secondsOf(now) + TOKEN_LIFE_SECONDS,
  };
  const idClaims = {
    ...account.claims,
    ...issued,
    ...{ aud: clientId, token_use: "id", auth_time: secondsOf(session.signedInAt) },
    ...(nonce === undefined ? {} : { nonce }),
  };
  const accessClaims = { ...issued, aud: origin, client_id: clientId, scope, token_use: "access" };
  const [idToken, accessToken] = await Promise.all([
    issuer.signExactly(idClaims, "JWT"),
    issuer.signExactly(accessClaims, "at+jwt"),
  ]);
  return {
    ...{ token_type: "Bearer", expires_in: TOKEN_LIFE_SECONDS, scope },
    ...{ id_token: idToken, access_token: accessToken, refresh_token: refreshToken },
  };
}
