import { isCode } from "../../../field/code.ts";
import type { Officer } from "../../../kernel/actor.ts";
import { decideUntilWritten, unchanged } from "../../../kernel/commit/decide-until-written.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import {
  checkReason,
  mayEdit,
  type OutsideJurisdiction,
  type Violation,
  type Writes,
} from "../../catalogue/index.ts";
import { getTrustHead, getTrustListVersion, putTrustListVersion } from "./trust-list-store.ts";
import { markCompromised, type TrustedIssuer, trustHistory } from "./trust-part.ts";

export type KeyCompromise = { readonly keyId: string; readonly since: Instant; readonly reason: string };

export type KeyCompromiseRefusal = { readonly code: "NOT_FOUND" } | Violation | OutsideJurisdiction;

/**
 * Records that somebody else may have an issuer's key since a time: nothing that was signed with it then or later counts any
 * more. One officer does it at once, because it only takes trust away, and it is for good; an earlier time can be recorded
 * after it, a later one changes nothing. It makes the next version of the list. Errors: NOT_FOUND, no such issuer in the
 * list; KEY_UNKNOWN; COMPROMISE_IN_FUTURE; OUTSIDE_JURISDICTION.
 */
export async function recordKeyCompromise(
  code: string,
  { keyId, since, reason }: KeyCompromise,
  { actor, now }: { readonly actor: Officer; readonly now: Instant },
  { database, commit, requestId }: Writes,
): Promise<Result<TrustedIssuer, KeyCompromiseRefusal>> {
  const why = checkReason(reason);
  if (!why.ok) return why;
  if (since > now) return err({ code: "COMPROMISE_IN_FUTURE", path: ["since"] });
  if (!isCode(code)) return err({ code: "NOT_FOUND" });
  return decideUntilWritten({
    database,
    about: `ISSUER ${code} of the trust list`,
    read: async () => {
      const version = (await getTrustListVersion(database))?.version ?? 0;
      return { version, head: await getTrustHead(database, "ISSUER", code) };
    },
    decide: ({ version, head }) => {
      if (head?.part.kind !== "ISSUER") return err({ code: "NOT_FOUND" });
      if (!mayEdit(head.part, actor.jurisdiction)) return err({ code: "OUTSIDE_JURISDICTION" });
      const issuer = head.part;
      const key = issuer.keys.find((one) => one.keyId === keyId);
      if (!key) return err({ code: "KEY_UNKNOWN", path: ["keyId"] });
      if (key.compromisedSince !== undefined && key.compromisedSince <= since) return unchanged(ok(issuer));
      const others = head.compromises.filter((one) => one.key.keyId !== keyId);
      const compromises = [...others, { key, since }];
      const part = markCompromised(issuer, compromises);
      const versions = [...head.versions, version + 1];
      const after = { ...head, part, versions, compromises };
      return ok({ before: head, after, version: version + 1, answer: part });
    },
    write: ({ after, version }) =>
      commit({
        actor,
        action: "licences.trust.key-compromised",
        reason: `version ${version}: ${keyId}, ${since}: ${why.value}`,
        aggregate: trustHistory("ISSUER", code),
        table: "registry",
        at: now,
        requestId,
        writes: putTrustListVersion(
          database,
          { version, at: now, act: "KEY_COMPROMISED", kind: "ISSUER", code },
          after,
        ),
      }),
  });
}
