import { CONFIG } from "../../services/kernel/process/config.ts";
import { readTrustedIssuers, type SIGN_IN_VARIABLES } from "../../services/kernel/process/trusted-issuers.ts";
import type { OidcSignIn } from "../stages.ts";

/** The variables by which a function is told whose tokens it takes. */
export type TrustedTokens = Readonly<Partial<Record<keyof typeof SIGN_IN_VARIABLES, string>>>;

/** `portal=… desk=…` */
export const audienceOf = (clients: Readonly<Record<string, string>>): string =>
  Object.entries(clients)
    .map(([name, id]) => `${name}=${id}`)
    .join(" ");

/** The tokens of an issuer that is there already. Throws where the function could not read what the stage says of it. */
export function tokensOfIssuer({ issuer, jwksUrl, clients, officers, claims }: OidcSignIn): TrustedTokens {
  const tokens: TrustedTokens = {
    ...{ oidcIssuer: issuer, oidcJwksUrl: jwksUrl, oidcAudience: audienceOf(clients) },
    ...(officers ? { oidcOfficersIssuer: officers.issuer, oidcOfficersJwksUrl: officers.jwksUrl } : {}),
    oidcClaims: JSON.stringify(claims),
  };
  const problems: string[] = [];
  readTrustedIssuers(
    Object.fromEntries(
      Object.entries(tokens).map(([name, value]) => [CONFIG[name as keyof TrustedTokens], value]),
    ),
    problems,
  );
  if (problems.length > 0) throw new Error(`signIn in infra/stages.ts: ${problems.join("; ")}`);
  return tokens;
}
