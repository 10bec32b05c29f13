export { applyForPartnership } from "./apply-for-partnership.ts";
export { authenticateKey, type KeyDatabase } from "./authenticate-key.ts";
export { createApiKey } from "./create-api-key.ts";
export { findPartnerName, findPartnerWith, type PartnerName } from "./find-partner-name.ts";
export { mayActFor } from "./read-partners.ts";
export { reviewPartner } from "./review-partner.ts";
export { getPartner } from "./store.ts";
