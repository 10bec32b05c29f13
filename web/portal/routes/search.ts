/** The router reads a value of digits alone as a number. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : undefined;
/** A cursor of the API says where a list goes on, and nothing else. */
export const validateAfter = (search: Record<string, unknown>): { readonly after?: string } => {
  const after = textOf(search["after"]);
  return after === undefined ? {} : { after };
};

/** The payment's id, as a channel sends it back. */
export const validatePayment = (search: Record<string, unknown>): { readonly payment: string } => ({
  payment: textOf(search["payment"]) ?? "",
});

/** Codes, days and ids that an address may have. */
export const texts = <Name extends string>(
  search: Record<string, unknown>,
  ...names: readonly Name[]
): { readonly [K in Name]?: string } => {
  const found: { [K in Name]?: string } = {};
  for (const name of names) {
    const text = textOf(search[name]);
    if (text !== undefined) found[name] = text;
  }
  return found;
};
