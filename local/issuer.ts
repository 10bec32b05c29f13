import { randomUUID } from "node:crypto";
import { join } from "node:path";
import {
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  type JWTPayload,
  jwtVerify,
  SignJWT,
} from "jose";
import { FOLDER, keptText, LOCAL_TOKENS } from "./settings.ts";
import { damageProblem } from "./setup-problem.ts";

const KEY_FILE = join(FOLDER, "issuer.jwk");
export const ALGORITHM = "ES256";
const KEY_ID = "local";
const TOKEN_HOURS = 12;

/** An issuer of sign-in tokens for development, with a key set of its own that lasts from start to start. */
export type LocalIssuer = {
  readonly keySet: ReturnType<typeof createLocalJWKSet>;
  /** A token of `LOCAL_TOKENS`, with further claims. */
  readonly sign: (claims: JWTPayload) => Promise<string>;
  /** A token with these claims and no others, of the media type `typ`. */
  readonly signExactly: (claims: JWTPayload, typ: string) => Promise<string>;
};

export async function localIssuer(): Promise<LocalIssuer> {
  const text = await keptText(KEY_FILE, newKey);
  try {
    return await issuerOf(JSON.parse(text));
  } catch {
    throw damageProblem(`${KEY_FILE} is damaged`);
  }
}

/** The issuer with a key. Throws where the key is none that signs, and where its two halves do not belong together. */
export async function issuerOf(jwk: JWK): Promise<LocalIssuer> {
  const { d: _, ...publicJwk } = jwk;
  const key = await importJWK(jwk, ALGORITHM);
  const issuer: LocalIssuer = {
    keySet: createLocalJWKSet({ keys: [{ ...publicJwk, kid: KEY_ID, alg: ALGORITHM }] }),
    sign: (claims) =>
      new SignJWT({ sub: randomUUID(), ...claims })
        .setProtectedHeader({ alg: ALGORITHM, kid: KEY_ID })
        .setIssuer(LOCAL_TOKENS.issuer)
        .setAudience(LOCAL_TOKENS.audience)
        .setIssuedAt()
        .setExpirationTime(`${TOKEN_HOURS}h`)
        .sign(key),
    signExactly: (claims, typ) =>
      new SignJWT(claims).setProtectedHeader({ alg: ALGORITHM, kid: KEY_ID, typ }).sign(key),
  };
  await jwtVerify(await issuer.sign({}), issuer.keySet);
  return issuer;
}

/** A key for an issuer, as JSON. */
export async function newKey(): Promise<string> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  return JSON.stringify(await exportJWK(privateKey));
}
