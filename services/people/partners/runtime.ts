import type { ServiceRuntime } from "../../kernel/service-runtime.ts";
import { lapsePartners } from "./lapse-partners.ts";
import { PARTNERS } from "./service.ts";

export const partners = {
  service: PARTNERS,
  offers: { enterpriseFollowers: [lapsePartners] },
} as const satisfies ServiceRuntime;
