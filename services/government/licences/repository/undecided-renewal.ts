import { addDays, dateAt, midnight } from "../../../kernel/civil-date.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { LeftUndecided } from "../../cases/index.ts";
import type { ActCase, ActPorts } from "./act-case.ts";
import { changing, versionOf } from "./grant-act.ts";
import { fateUndecided, renewalWindow } from "./renewal.ts";
import { putRenewalAsked } from "./renewal-store.ts";

/**
 * The fate of a renewal that nobody decides, with the record by which its licence knows of it; undefined for every other act, and for
 * a licence that has no end. `caseAt` is the case as it would be granted at a time.
 */
export async function undecidedRenewal(
  ports: ActPorts,
  caseAt: (now: Instant) => Promise<ActCase>,
): Promise<LeftUndecided | undefined> {
  const given = await caseAt(ports.now);
  if (given.terms.act !== "RENEW") return undefined;
  const found = await changing(ports, given);
  const after = found.ok ? found.value.licence.current.validUntil : undefined;
  if (!found.ok || after === undefined) return undefined;
  const today = dateAt(ports.now);
  const askedOn = given.submittedAt ? dateAt(given.submittedAt) : today;
  const fate = fateUndecided(renewalWindow(after, given.terms.window), { askedOn, receivedOn: today });
  if (fate !== "GRANTED") return { undecided: { after, fate }, writes: [] };
  const { licence } = found.value;
  const at = midnight(addDays(after, 1));
  const made = versionOf({ ...ports, now: at }, await caseAt(at), found.value, licence);
  // A content that its type refuses is not granted by the clock either.
  if (!made.ok) return undefined;
  const { validUntil } = made.value;
  const asked = {
    application: given.application,
    after,
    ...(validUntil === undefined ? {} : { validUntil }),
  };
  return { undecided: { after, fate }, writes: [putRenewalAsked(ports, licence.id, asked)] };
}
