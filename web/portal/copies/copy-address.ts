import { readCode } from "../../shared/format/secret-code.ts";

/** The page on which anybody uses a copy. The code stands behind the "#", so that no server's log ever has it. */
export const copyAddress = (code: string): string => `${location.origin}/copy#${code}`;

/** The code of a copy as it was typed or pasted, or as the address that holds it. */
export const readCopyCode = (typed: string): string => readCode(typed.slice(typed.lastIndexOf("#") + 1));
