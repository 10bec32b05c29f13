import type { ServiceRuntime } from "../../kernel/service-runtime.ts";
import { LEDGER } from "./service.ts";
import { verifyAsDue } from "./verification/verify-as-due.ts";

export const ledger = {
  service: LEDGER,
  sweeps: { "verify-ledger": verifyAsDue },
} as const satisfies ServiceRuntime;
