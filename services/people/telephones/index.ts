export { CODE_MINUTES, type CodePurpose } from "./code.ts";
export { findTelephone } from "./find-telephone.ts";
export { openNumber } from "./mobile.ts";
export type { CodePorts } from "./put-code-out.ts";
export { sendCode } from "./send-code.ts";
export { takeTyped } from "./take-code.ts";
export { openTextMessages } from "./texts/open-text-messages.ts";
