/** The tab of a page that keeps nothing, for a key of one's own. Runs in the page; apart from it so that it is type-checked. */
export const OWN_KEY = {
  query: "{ viewer { kind id mode scopes keyExpiresAt } }",
  headers: JSON.stringify({ "x-api-key": "" }, null, 2),
};

/** The headers of a text as the editor has it, once there is a credential among them: without one nobody is told the schema. */
export function credentialIn(text: string): Readonly<Record<string, string>> | undefined {
  let written: unknown;
  try {
    written = JSON.parse(text);
  } catch {
    // It is being typed.
    return undefined;
  }
  if (typeof written !== "object" || written === null) return undefined;
  const headers = Object.entries(written).filter(
    (header): header is [string, string] => typeof header[1] === "string" && header[1].trim() !== "",
  );
  const isSigned = headers.some(([name]) => ["x-api-key", "authorization"].includes(name.toLowerCase()));
  return isSigned ? Object.fromEntries(headers) : undefined;
}
