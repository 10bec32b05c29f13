import type { Role, Scope } from "../../kernel/actor.ts";
import type { OfficerId, PartnerId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";

/** The reading of a person by one request. */
type Reading = {
  readonly at: Instant;
  readonly requestId: string;
  /** Each as "Type.field". */
  readonly fields: readonly string[];
};

/** By a partner, and under which consents. */
export type PartnerAccess = Reading & {
  readonly partnerId: PartnerId;
  readonly partnerName: string;
  readonly partnerCreditCode: string;
  readonly keyId: string;
  readonly scopes: readonly Scope[];
  readonly consentIds: readonly string[];
  readonly purposes: readonly string[];
};

/** By an officer. The person is told the office and the cases; which officer it was stays for who has to look into it. */
export type OfficeAccess = Reading & {
  readonly officerId: OfficerId;
  readonly roles: readonly Role[];
  /** The code of the department whose case it was, or of the officer's own where it was none's. */
  readonly department?: string | undefined;
  /** The cases in which it was read. */
  readonly applications: readonly string[];
};

export type DataAccess = PartnerAccess | OfficeAccess;

export const isOfficeAccess = (access: DataAccess): access is OfficeAccess => "officerId" in access;
