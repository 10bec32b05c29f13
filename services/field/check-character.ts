const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const MODULUS = ALPHABET.length;

/**
 * The check character of a text of digits and capital letters by ISO/IEC 7064, MOD 37,36 (GB/T 17710-2008): no single
 * wrong character goes unnoticed, and hardly two that changed places. Throws for any other character.
 */
export function checkCharacterOf(text: string): string {
  let product = MODULUS;
  for (const character of text) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) throw new Error(`${character} has no place in a checked number`);
    const sum = (product + value) % MODULUS || MODULUS;
    product = (sum * 2) % (MODULUS + 1);
  }
  return ALPHABET.charAt((MODULUS + 1 - product) % MODULUS);
}

/**
 * The check digit of a number by ISO/IEC 7064, MOD 11,10 (GB/T 17710-2008), with the same strength. Throws for any
 * character that is no digit.
 */
export function checkDigitOf(digits: string): string {
  let product = 10;
  for (const digit of digits) {
    const value = "0123456789".indexOf(digit);
    if (value < 0) throw new Error(`${digit} is no digit`);
    const sum = (product + value) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return String((11 - product) % 10);
}
