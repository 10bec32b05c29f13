import { hash, randomBytes } from "node:crypto";
import { isSameSecret } from "../../services/kernel/is-same-secret.ts";
import { type Instant, plusMs } from "../../services/kernel/runtime.ts";
import type { AuthorizationRequest } from "./authorization.ts";
import { SESSION_LIFE_MS } from "./browser-sessions.ts";

const CODE_LIFE_MS = 60_000;
const SECRET_BYTES = 32;

/** Somebody who is signed in to one front-end, until they sign out or the session's time is over. */
export type Session = {
  readonly id: string;
  readonly clientId: string;
  readonly accountId: string;
  readonly scope: string;
  readonly nonce: string | undefined;
  readonly signedInAt: Instant;
  readonly endsAt: Instant;
  /** The only one that holds. */
  readonly refreshToken: string;
};

type Code = {
  readonly request: AuthorizationRequest;
  readonly accountId: string;
  readonly expiresAt: Instant;
  /** The id of the session that it began, or will never begin: a code is taken once. */
  readonly session: string;
  readonly isTaken: boolean;
};

/** A code as a front-end presents it. */
export type Presented = {
  readonly code: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly verifier: string;
};

export type Grants = ReturnType<typeof openGrants>;

/** Codes and sessions, in this process alone: after a new start people sign in again. */
export function openGrants(now: () => Instant) {
  const codes = new Map<string, Code>();
  const sessions = new Map<string, Session>();
  /** The session behind each refresh token, also behind those that have been replaced. */
  const refreshTokens = new Map<string, string>();

  const end = (sessionId: string): void => {
    sessions.delete(sessionId);
    for (const [token, id] of refreshTokens) if (id === sessionId) refreshTokens.delete(token);
  };
  const keep = (session: Session): Session => {
    sessions.set(session.id, session);
    refreshTokens.set(session.refreshToken, session.id);
    return session;
  };
  const sweep = (): void => {
    for (const [code, { expiresAt, session }] of codes)
      if (now() > expiresAt && !sessions.has(session)) codes.delete(code);
    for (const { id, endsAt } of [...sessions.values()]) if (now() > endsAt) end(id);
  };

  return {
    issueCode: (request: AuthorizationRequest, accountId: string): string => {
      sweep();
      const [code, session] = [newSecret(), newSecret()];
      const expiresAt = plusMs(now(), CODE_LIFE_MS);
      codes.set(code, { request, accountId, expiresAt, session, isTaken: false });
      return code;
    },

    /**
     * Begins a session by a code. One that is presented is taken, whatever comes of it; presented again, it ends the
     * session that it has begun (RFC 6749, 4.1.2): one of the two has stolen it.
     */
    redeem: ({ code, clientId, redirectUri, verifier }: Presented): Session | undefined => {
      const known = codes.get(code);
      if (!known) return undefined;
      codes.set(code, { ...known, isTaken: true });
      if (known.isTaken) end(known.session);
      const { request, accountId, expiresAt, session: id } = known;
      const isTheirs = request.client.id === clientId && request.redirectUri === redirectUri;
      const challenge = hash("sha256", verifier, "base64url");
      if (known.isTaken || now() > expiresAt || !isTheirs) return undefined;
      if (!isSameSecret(challenge, request.codeChallenge)) return undefined;
      return keep({
        ...{ id, clientId, accountId, scope: request.scope, nonce: request.nonce, signedInAt: now() },
        ...{ endsAt: plusMs(now(), SESSION_LIFE_MS), refreshToken: newSecret() },
      });
    },

    /**
     * Goes on with a session, under another refresh token. One that was replaced before ends the session (RFC 9700,
     * 4.14.2): it has been used by two.
     */
    refresh: (refreshToken: string, clientId: string): Session | undefined => {
      const session = sessions.get(refreshTokens.get(refreshToken) ?? "");
      if (!session || session.clientId !== clientId) return undefined;
      if (session.refreshToken !== refreshToken || now() > session.endsAt) {
        end(session.id);
        return undefined;
      }
      return keep({ ...session, refreshToken: newSecret() });
    },

    end,
  };
}

const newSecret = (): string => randomBytes(SECRET_BYTES).toString("base64url");
