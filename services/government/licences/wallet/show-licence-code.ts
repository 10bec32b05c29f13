import { decideUntilWritten } from "../../../kernel/commit/decide-until-written.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant, Runtime } from "../../../kernel/runtime.ts";
import type { WalletPorts } from "./bind-wallet-key.ts";
import { type Proof, whyUnproven } from "./device-key.ts";
import type { Invalid } from "./invalid.ts";
import { codeDigest, newCode, shownFields, unknownIn, untilOf } from "./licence-code.ts";
import { putCode } from "./licence-code-store.ts";
import { findShowable, type NotShowable } from "./showable-licence.ts";
import { checkWallet } from "./wallet-store.ts";

type ShowPorts = Omit<WalletPorts, "secrets"> & {
  readonly secrets: Pick<Secrets, "mac">;
  readonly runtime: Pick<Runtime, "random">;
};

/** A wish of a phone that proves that it is the one that it names. */
export type CodeWish = Proof & {
  readonly licence: string;
  readonly device: string;
  readonly fields: readonly string[];
};

export type ShownCode = {
  readonly code: string;
  readonly until: Instant;
  readonly fields: readonly string[];
};

/**
 * A code by which a counter that is online reads chosen fields of a licence, once, within 60 seconds; the licence's trail has it.
 * Errors: those of a licence that cannot be shown; LICENCE_FIELD_UNKNOWN; WALLET_CHALLENGE_OVER and WALLET_KEY_UNPROVEN.
 */
export async function showLicenceCode(
  ports: ShowPorts,
  wish: CodeWish,
): Promise<Result<ShownCode, NotShowable | Invalid>> {
  const { actor, now, requestId, mode, database, commit, secrets, runtime } = ports;
  const [code, until] = [newCode(runtime), untilOf(now)];
  return decideUntilWritten({
    database,
    about: `a code of ${wish.licence}`,
    read: () => findShowable(ports, actor.id, wish),
    decide: (found) => {
      if (!found.ok) return found;
      const { type, device } = found.value;
      const key = device.publicKey;
      const unproven = whyUnproven(secrets, { citizen: actor.id, key, now }, wish);
      if (unproven) return err(unproven);
      const field = unknownIn(wish.fields, type);
      if (field !== undefined)
        return err({ code: "LICENCE_FIELD_UNKNOWN", values: { field }, path: ["fields"] });
      const answer: ShownCode = { code, until, fields: shownFields(wish.fields, type) };
      return ok({ before: undefined, after: found.value, answer });
    },
    write: ({ after: { licence, wallet, device }, answer: { fields } }) => {
      const shown = { licence: licence.id, shownBy: actor.id, device: device.id, fields, until };
      return commit({
        ...{ actor, at: now, requestId, aggregate: licence.id, table: recordsTable(mode) },
        action: "licences.code.shown",
        reason: fields.join(", "),
        writes: [putCode(ports, { ...shown, digest: codeDigest(secrets, code) }), checkWallet(ports, wallet)],
      });
    },
  });
}
