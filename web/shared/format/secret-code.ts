/** Its length, and its letters: digits, and those of Crockford's base 32. The platform makes all its codes for people so. */
const CODE = /^[0-9a-hjkmnp-tv-z]{26}$/;

/** A code as it was typed or pasted: in the groups in which screens show it or not, in whatever case. */
export const readCode = (typed: string): string => typed.replaceAll(/\s/gu, "").toLowerCase();

/** Whether it can be a code; one that cannot is not sent. */
export const isCode = (code: string): boolean => CODE.test(code);
