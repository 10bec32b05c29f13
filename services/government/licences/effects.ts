import { type Effect, findPlaceName, type Granted, officesOf } from "../cases/index.ts";
import type { ApprovalEffect } from "../catalogue/index.ts";
import {
  type AskedLicence,
  grantLicence,
  type LicenceAct,
  type LicenceCase,
  type LicencePorts,
  licenceObstacle,
  undecidedRenewal,
} from "./grant-licence.ts";
import type { LicenceType } from "./licence.ts";
import { takeLicenceBack } from "./take-licence-back.ts";

declare module "../catalogue/approval-effect.ts" {
  interface EffectCodes {
    FOOD_BUSINESS_LICENCE: true;
    FOOD_BUSINESS_LICENCE_RENEWAL: true;
    FOOD_BUSINESS_LICENCE_CANCELLATION: true;
  }
}

/**
 * The holder is the case's subject, an enterprise; anybody who handles it for it holds nothing. The authority is the department that
 * answers for the case, to which it may have been handed on from the item's.
 */
function asked({ application, form, item }: Granted): AskedLicence {
  const { id, subject, submittedAt, department: code } = application;
  return {
    ...{ application: id, form, submittedAt, department: { code } },
    offices: [item.department.code, ...officesOf(application)],
    holder: subject.kind === "ENTERPRISE" ? subject.creditCode : undefined,
  };
}

async function licenceCase(ports: LicencePorts, granted: Granted): Promise<LicenceCase> {
  const { department, ...given } = asked(granted);
  return { ...given, department: { ...department, name: await findPlaceName(ports, granted.application) } };
}

const FOOD_BUSINESS: LicenceType = "food-business-licence";

const licenceEffect = (code: ApprovalEffect, act: LicenceAct): Effect => ({
  code,
  stake: "LICENCE",
  actsOn: () => (act === "ISSUE" ? undefined : FOOD_BUSINESS),
  obstacle: async (ports, granted) => licenceObstacle(ports, act, asked(granted)),
  grant: async (ports, granted) => grantLicence(ports, act, await licenceCase(ports, granted)),
  ...(act === "RENEW"
    ? {
        undecided: {
          end: async (ports, granted) => undecidedRenewal(ports, asked(granted)),
          grant: async (ports, granted) => grantLicence(ports, act, await licenceCase(ports, granted)),
        },
      }
    : {}),
  undo: async (ports, { id }) => takeLicenceBack(ports, id),
});

/** A grant issues a food-business licence, renews it, or ends it because its holder gives the business up. */
export const licenceEffects: readonly Effect[] = [
  licenceEffect("FOOD_BUSINESS_LICENCE", "ISSUE"),
  licenceEffect("FOOD_BUSINESS_LICENCE_RENEWAL", "RENEW"),
  licenceEffect("FOOD_BUSINESS_LICENCE_CANCELLATION", "CANCEL"),
];
