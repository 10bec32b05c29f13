import { expect } from "vitest";
import { expectAccessible, signIn, speak, type Visit } from "./visit.ts";

type Typing = {
  /** Of a page with a field for a text. */
  readonly path: string;
  readonly field: string;
  readonly text: string;
  /** A box that has to be ticked, too. */
  readonly box?: RegExp;
  /** The button that sends it. */
  readonly send: string;
  /** Somebody as the issuer's page has them; undefined for the demo citizen. */
  readonly name?: string;
};

/** Expects that a sign-in that ends while somebody types is said, and that the text is there behind the next one. */
export async function expectTypedKept(
  seen: Visit,
  { path, field, text, box, send, name }: Typing,
): Promise<void> {
  const { page } = seen;
  let isOver = false;
  // Each token lasts for a second by the issuer's word, and is renewed until the issuer refuses to.
  await page.route("**/token", async (route) => {
    if (isOver) return route.fulfill({ status: 400, json: { error: "invalid_grant" } });
    const response = await route.fetch();
    return route.fulfill({ response, json: { ...(await response.json()), expires_in: 1 } });
  });
  await page.goto(path);
  await signIn(seen, name);
  await page.getByLabel(field).fill(text);
  if (box) await page.getByRole("checkbox", { name: box }).check();
  isOver = true;
  await page.getByRole("button", { name: send }).click();
  await page.getByText("Your sign-in has ended").first().waitFor();
  await expectAccessible(seen, "a sign-in that has ended");
  await speak(seen, "en");
  await page.unrouteAll({ behavior: "wait" });
  await signIn(seen, name);
  expect(await page.getByLabel(field).inputValue()).toBe(text);
}
