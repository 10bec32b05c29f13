/** A unified social credit code (统一社会信用代码), GB 32100-2015, checked. */
export type CreditCode = string & { readonly __id: "credit-code" };

const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const SHAPE = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/** The check character for the first 17: weights 3^(i-1) mod 31, 31 - sum mod 31. */
export function creditCodeCheck(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

export function isCreditCode(text: string): text is CreditCode {
  return SHAPE.test(text) && creditCodeCheck(text.slice(0, 17)) === text[17];
}
