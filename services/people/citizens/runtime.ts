import type { Offered, ServiceRuntime } from "../../kernel/service-runtime.ts";
import { CITIZENS } from "./service.ts";

export const citizens = {
  service: CITIZENS,
  open: async (offered: Offered) => {
    const [findAttended] = offered("findAttended");
    if (!findAttended) throw new Error("no service finds whom a clerk serves");
    return { findAttended };
  },
} as const satisfies ServiceRuntime;
