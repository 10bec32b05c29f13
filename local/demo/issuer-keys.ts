import type { Context } from "../../services/api/context.ts";
import {
  agreeToIssuerKey,
  findIssuerKeys,
  proposeIssuerKey,
} from "../../services/government/licences/index.ts";
import type { Mode, Officer } from "../../services/kernel/actor.ts";
import { DEMO_LICENCE_TYPES } from "./licence-types.ts";
import { must } from "./onboard.ts";
import { REASON } from "./publication.ts";

const MODES: readonly Mode[] = ["live", "test"];

/** The keys by which the demo city's authorities sign, in both modes. Begun anew, it goes on where it was. */
export async function recordDemoIssuerKeys(
  [proposing, agreeing]: readonly [Officer, Officer],
  writes: Pick<
    Context,
    "database" | "commit" | "requestId" | "now" | "parts" | "config" | "secrets" | "runtime"
  >,
): Promise<void> {
  const { database, now } = writes;
  const by = (actor: Officer) => ({ actor, now });
  for (const { code: licenceType, issuers } of DEMO_LICENCE_TYPES)
    for (const { creditCode: issuer } of issuers)
      for (const mode of MODES) {
        if ((await findIssuerKeys(database, mode, issuer)).length > 0) continue;
        const wish = { mode, issuer, licenceType, kmsKey: undefined, from: undefined, reason: REASON };
        const { keyId } = must(await proposeIssuerKey(wish, by(proposing), writes));
        must(await agreeToIssuerKey({ mode, issuer, keyId }, REASON, by(agreeing), writes));
      }
}
