/** A router that reads values as JSON makes a number of one of digits alone. One that is empty is as if it were not there. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === "number" ? String(value) : typeof value === "string" && value !== "" ? value : undefined;

/** The texts under these names in an address: codes, days, ids. Anything else is left out. */
export const textsOf =
  <Name extends string>(...names: readonly Name[]) =>
  (search: Readonly<Record<string, unknown>>): { readonly [K in Name]?: string } => {
    const found: { [K in Name]?: string } = {};
    for (const name of names) {
      const text = textOf(search[name]);
      if (text !== undefined) found[name] = text;
    }
    return found;
  };

/** A cursor of the API says where a list goes on, and nothing else. */
export const readAfter = textsOf("after");
