import type { Mode, System } from "../../../kernel/actor.ts";

/** Stands in the trail for wallets, of which nothing is known but the codes that they have. */
export const openidAuthor = (mode: Mode): System => ({ kind: "SYSTEM", mode, name: "openid" });
