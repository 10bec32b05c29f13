import type { Offered, ServiceRuntime } from "../../kernel/service-runtime.ts";

import { TO_DOS } from "./service.ts";

export const toDos = {
  service: TO_DOS,
  open: async (offered: Offered) => ({ toDos: offered("toDos") }),
} as const satisfies ServiceRuntime;
