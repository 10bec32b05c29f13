/** The end of an address that leads to this page, or a text that somebody has typed or pasted, as an identifier of a licence. */
export const identifierIn = (text: string): string =>
  text
    .slice(text.lastIndexOf("#") + 1)
    .replaceAll(/\s/g, "")
    .toUpperCase();

/** Begins each identifier (电子证照根代码, GB/T 36904-2018). */
const ROOT = "1.2.156.3005.2.";

/** The text behind the "#" of this page's address, where it can be an identifier: a skip link writes there, too. */
export const identifierAt = (hash: string): string | undefined => {
  const found = identifierIn(hash);
  return found.startsWith(ROOT) ? found : undefined;
};
