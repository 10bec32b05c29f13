/** The length of a code, and its letters: digits, and those of Crockford's base 32 (schema/licence-copies.graphql). */
const CODE = /^[0-9a-hjkmnp-tv-z]{26}$/;

/** The page on which anybody uses a copy. The code stands behind the "#", so that no server's log ever has it. */
export const copyAddress = (code: string): string => `${location.origin}/copy#${code}`;

/** The code as it was typed or pasted, in groups or not, in whatever case, or as the address that holds it. */
export const readCode = (typed: string): string =>
  typed
    .slice(typed.lastIndexOf("#") + 1)
    .replaceAll(/\s/gu, "")
    .toLowerCase();

/** Whether it can be the code of a copy; one that cannot is not sent. */
export const isCode = (code: string): boolean => CODE.test(code);
