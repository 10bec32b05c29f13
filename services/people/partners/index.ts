import type { PartnerId } from "../../kernel/ids.ts";

export { applyForPartnership } from "./apply-for-partnership.ts";
export { authenticateKey, type KeyDatabase } from "./authenticate-key.ts";
export { createApiKey } from "./create-api-key.ts";
export { mayActFor } from "./read-partners.ts";
export { reviewPartner } from "./review-partner.ts";
export { getPartner } from "./store.ts";

/** The facts that anybody in touch with a partner may know of it. */
export type PartnerName = {
  readonly partnerId: PartnerId;
  readonly name: string;
  readonly creditCode: string;
};
