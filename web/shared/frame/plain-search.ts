/**
 * Parameters of an address are texts, whatever they look like: "110105" is a region. The router's own
 * reading would make a number of it, and its own writing would put it into quotation marks.
 */
export const readPlainSearch = (search: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(search));

export function writePlainSearch(search: Readonly<Record<string, unknown>>): string {
  const texts = Object.entries(search).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value]] : [],
  );
  const written = new URLSearchParams(texts).toString();
  return written === "" ? "" : `?${written}`;
}
