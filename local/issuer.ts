import { randomUUID } from "node:crypto";
import { join } from "node:path";
import {
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  type JWTPayload,
  type JWTVerifyGetKey,
  SignJWT,
} from "jose";
import { FOLDER, keptText, localConfig } from "./settings.ts";

const ALGORITHM = "ES256";
const KEY_ID = "local";
const TOKEN_HOURS = 12;

/** An issuer of sign-in tokens for development, with a key set of its own that lasts from start to start. */
export type LocalIssuer = {
  readonly keySet: JWTVerifyGetKey;
  readonly sign: (claims: JWTPayload) => Promise<string>;
};

export async function localIssuer(): Promise<LocalIssuer> {
  const jwk: JWK = JSON.parse(await keptText(join(FOLDER, "issuer.jwk"), newKey));
  const { d: _, ...publicJwk } = jwk;
  const key = await importJWK(jwk, ALGORITHM);
  const { oidc } = localConfig("");
  return {
    keySet: createLocalJWKSet({ keys: [{ ...publicJwk, kid: KEY_ID, alg: ALGORITHM }] }),
    sign: (claims) =>
      new SignJWT({ sub: randomUUID(), ...claims })
        .setProtectedHeader({ alg: ALGORITHM, kid: KEY_ID })
        .setIssuer(oidc.issuer)
        .setAudience(oidc.audience)
        .setIssuedAt()
        .setExpirationTime(`${TOKEN_HOURS}h`)
        .sign(key),
  };
}

async function newKey(): Promise<string> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  return JSON.stringify(await exportJWK(privateKey));
}
