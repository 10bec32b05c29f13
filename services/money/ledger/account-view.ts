import type { Mode } from "../../kernel/actor.ts";
import type { AccountId, Balance } from "./account.ts";

/** An account as somebody looks at it, in one of the two modes. */
export type AccountView = Balance & { readonly id: AccountId; readonly mode: Mode };
