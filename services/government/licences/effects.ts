import type { Effect, Granted } from "../cases/index.ts";
import type { ApprovalEffect } from "../catalogue/index.ts";
import {
  grantLicence,
  type LicenceAct,
  type LicenceCase,
  licenceObstacle,
  undecidedRenewal,
} from "./grant-licence.ts";
import { takeLicenceBack } from "./take-licence-back.ts";

declare module "../catalogue/approval-effect.ts" {
  interface EffectCodes {
    FOOD_BUSINESS_LICENCE: true;
    FOOD_BUSINESS_LICENCE_RENEWAL: true;
    FOOD_BUSINESS_LICENCE_CANCELLATION: true;
  }
}

/** The holder is the case's subject, an enterprise; anybody who handles it for it holds nothing. */
const licenceCase = ({ application: { id, subject, submittedAt }, form, item }: Granted): LicenceCase => ({
  ...{ application: id, form, submittedAt, department: item.department },
  holder: subject.kind === "ENTERPRISE" ? subject.creditCode : undefined,
});

const licenceEffect = (code: ApprovalEffect, act: LicenceAct): Effect => ({
  code,
  stake: "LICENCE",
  obstacle: async (ports, granted) => licenceObstacle(ports, act, licenceCase(granted)),
  grant: async (ports, granted) => grantLicence(ports, act, licenceCase(granted)),
  ...(act === "RENEW"
    ? {
        undecided: {
          end: async (ports, granted) => undecidedRenewal(ports, licenceCase(granted)),
          grant: async (ports, granted) => grantLicence(ports, act, licenceCase(granted)),
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
