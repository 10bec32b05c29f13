export { heldByFund } from "./held-by-fund.ts";

export { withdrawalEffects } from "./withdrawals/effects.ts";
