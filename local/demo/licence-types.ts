import type { Context } from "../../services/api/context.ts";
import {
  findLicenceType,
  publishLicenceType,
  saveLicenceTypeDraft,
  type TypeDraftInput,
} from "../../services/government/licences/index.ts";
import type { Officer } from "../../services/kernel/actor.ts";
import { businessLicence, foodBusinessLicenceType } from "./licence-types/of-enterprises.ts";
import {
  disabilityCertificate,
  fundCertificate,
  marriageCertificate,
  residencePermitType,
} from "./licence-types/of-people.ts";
import { checkDone, REASON } from "./publication.ts";

/** The types of electronic licences of the demo city. */
export const DEMO_LICENCE_TYPES: readonly TypeDraftInput[] = [
  businessLicence,
  foodBusinessLicenceType,
  residencePermitType,
  disabilityCertificate,
  marriageCertificate,
  fundCertificate,
];

/** Publishes the demo city's licence types: what the author writes the actor publishes. Begun anew, it goes on where it was. */
export async function publishDemoLicenceTypes(
  actor: Officer,
  author: Officer,
  context: Pick<Context, "database" | "commit" | "requestId" | "now" | "parts">,
): Promise<void> {
  const by = { actor, now: context.now };
  for (const draft of DEMO_LICENCE_TYPES) {
    if (await findLicenceType(draft.code, undefined, context.database)) continue;
    checkDone(draft.code, await saveLicenceTypeDraft(draft, { ...by, actor: author }, context));
    checkDone(draft.code, await publishLicenceType(draft.code, { reason: REASON }, by, context));
  }
}
