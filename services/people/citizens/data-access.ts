import type { Scope } from "../../kernel/actor.ts";
import type { PartnerId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";

/** What one request of a partner read of a person, and under which consents. */
export type DataAccess = {
  readonly at: Instant;
  readonly requestId: string;
  readonly partnerId: PartnerId;
  readonly partnerName: string;
  readonly partnerCreditCode: string;
  readonly keyId: string;
  /** Each as "Type.field". */
  readonly fields: readonly string[];
  readonly scopes: readonly Scope[];
  readonly consentIds: readonly string[];
  readonly purposes: readonly string[];
};
