import { type CreditCode, creditCodeCheck, isCreditCode } from "../../services/field/credit-code.ts";
import { identityCheck } from "../../services/field/identity-document.ts";

let people = 0;
let enterprises = 0;

/** Of people born in the Novembers of 1950 to 2004, each another one: a number drawn by chance may be drawn twice. */
export function newIdNumber(): string {
  const day = String(1 + (Math.floor(people / 900) % 28)).padStart(2, "0");
  const first17 = `110105${1950 + (people % 55)}11${day}${100 + (people % 900)}`;
  people += 1;
  return first17 + identityCheck(first17);
}

/** Each another one. */
export function newCreditCode(): CreditCode {
  enterprises += 1;
  const first17 = `91110105MA${String(enterprises).padStart(7, "0")}`;
  const code = first17 + creditCodeCheck(first17);
  if (!isCreditCode(code)) throw new Error(`${code} is no credit code`);
  return code;
}
