import type { Language } from "../../shared/settings/settings.ts";

/** An answer as it came, made readable where it is JSON. */
export type Called = { readonly status: number; readonly body: string } | "offline";

/** A partner's own words, with the values of their variables. */
export type Call = { readonly query: string; readonly variables?: Readonly<Record<string, string>> };

/** Sends a partner's own words with the partner's own key, as its server would: nothing of the sign-in goes with it. */
export async function callWithKey(key: string, call: Call, language: Language): Promise<Called> {
  try {
    const response = await fetch("/graphql", {
      method: "POST",
      credentials: "omit",
      headers: { "content-type": "application/json", "accept-language": language, "x-api-key": key },
      body: JSON.stringify(call),
    });
    return { status: response.status, body: readable(await response.text()) };
  } catch {
    return "offline";
  }
}

function readable(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
