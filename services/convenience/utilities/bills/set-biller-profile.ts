import type { Officer } from "../../../kernel/actor.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { isId } from "../../../kernel/ids.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { checkText, type TextProblem } from "../../../kernel/text.ts";
import { getPartner } from "../../../people/partners/index.ts";
import type { Biller } from "../biller.ts";
import { putBiller } from "../biller-store.ts";
import { checkLateFee, type LateFeeProblem } from "../late-fee.ts";

export type ProfileRefusal =
  | { readonly code: "NOT_FOUND" }
  | ((TextProblem | LateFeeProblem) & { readonly path: readonly string[] });

type Ports = { readonly database: Database; readonly commit: Commit; readonly requestId: string };

const NAME_LENGTH = { min: 2, max: 60 };

/** Makes a partner a biller, or changes what it is as one. */
export async function setBillerProfile(
  partner: string,
  profile: Omit<Biller, "partnerId">,
  { actor, now }: { readonly actor: Officer; readonly now: Instant },
  { database, commit, requestId }: Ports,
): Promise<Result<Biller, ProfileRefusal>> {
  const name = checkText(profile.name, NAME_LENGTH.min, NAME_LENGTH.max);
  if (!name.ok) return err({ ...name.error, path: ["profile", "name"] });
  const lateFee = profile.lateFee && checkLateFee(profile.lateFee);
  if (lateFee && !lateFee.ok)
    return err({ ...lateFee.error, path: ["profile", "lateFee", lateFee.error.field] });
  if (!isId("ptn", partner) || !(await getPartner(database, partner))) return err({ code: "NOT_FOUND" });
  const biller: Biller = { ...profile, name: name.value, partnerId: partner };
  const done = await commit({
    ...{ actor, at: now, requestId, aggregate: partner, table: "registry" },
    action: "utilities.biller.set",
    writes: [putBiller(database, biller)],
  });
  if (!done.ok) throw new Error("a biller's profile has no condition that could fail");
  return ok(biller);
}
