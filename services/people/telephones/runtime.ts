import type { Offered, Outside, ServiceRuntime } from "../../kernel/service-runtime.ts";
import { TELEPHONES } from "./service.ts";
import { openTextMessages } from "./texts/open-text-messages.ts";

export const telephones = {
  service: TELEPHONES,
  open: async (_: Offered, outside: Outside) => ({
    textMessages: await openTextMessages(outside.config, outside),
  }),
} as const satisfies ServiceRuntime;
