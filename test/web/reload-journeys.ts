import { expect, it } from "vitest";
import { type HeldFrontEnd, leave, TOKEN } from "./held.ts";
import type { Site } from "./site.ts";
import { drawn, signIn, type Visit, visit } from "./visit.ts";

/** A front-end, and a page of it that shows something to this person alone. */
type OwnPage = {
  readonly held: HeldFrontEnd;
  /** With a search and a hash, to come back to. */
  readonly path: string;
  /** As the issuer's page has them; undefined for the demo citizen. */
  readonly name?: string;
};

const SIGN_OUT = { name: /^(退出|Sign out)$/ };
const SIGN_IN = { name: /^(登录|Sign in)$/ };

/** The times that the issuer was asked without a question to anybody. */
const silentTries = ({ addresses }: Visit): number =>
  addresses.filter((address) => new URL(address).searchParams.get("prompt") === "none").length;

const placeOf = ({ page }: Visit): string => {
  const { pathname, search, hash } = new URL(page.url());
  return `${pathname}${search}${hash}`;
};

async function signedInAt({ browser, origin }: Site, { path, name }: OwnPage): Promise<Visit> {
  const seen = await visit(browser, origin, "en");
  await seen.page.goto(path);
  await signIn(seen, name);
  return seen;
}

async function expectNobody(seen: Visit): Promise<void> {
  await drawn(seen.page);
  await seen.page.getByRole("button", SIGN_IN).first().waitFor();
  expect(await seen.page.getByRole("button", SIGN_OUT).count()).toBe(0);
}

/** Of each front-end, when a page of it is loaded anew. */
export function reloadJourneys(site: () => Site, own: OwnPage): void {
  it("behind a reload: the same page of the same person, asked of the issuer once, with no token kept", async () => {
    const seen = await signedInAt(site(), own);
    const { page, context } = seen;
    const places = await page.evaluate(() => history.length);
    for (const times of [1, 2]) {
      await page.reload();
      await page.getByRole("button", SIGN_OUT).waitFor();
      await drawn(page);
      expect(placeOf(seen)).toBe(own.path);
      expect(silentTries(seen)).toBe(times);
    }
    expect(await page.getByRole("button", SIGN_IN).count()).toBe(0);
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    expect(kept).not.toMatch(TOKEN);
    expect(kept).not.toMatch(/civigraph:was-signed-in[^}]*(ctz_|ofc_)/);
    for (const cookie of await context.cookies([`${site().origin}/authorize`]))
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/authorize" });
    // Neither a page nor the API is ever sent one.
    expect(await context.cookies([`${site().origin}/`, `${site().origin}/graphql`])).toEqual([]);
    // The way to the issuer and back is none that a reader goes back through.
    expect(await page.evaluate(() => history.length)).toBe(places);
    await leave(seen, site().origin, own.held);
  });

  it("behind a sign-out: a reload signs nobody in, and asks nobody", async () => {
    const seen = await signedInAt(site(), own);
    const { page } = seen;
    await page.getByRole("button", SIGN_OUT).click();
    await page.waitForURL(`${site().origin}${own.held.home}`);
    await page.goto(own.path);
    await expectNobody(seen);
    await page.reload();
    await expectNobody(seen);
    expect(silentTries(seen)).toBe(0);
    await leave(seen, site().origin, own.held);
  });

  it("behind the issuer's own end of the session: the page asks to sign in, and the issuer is not asked again", async () => {
    const seen = await signedInAt(site(), own);
    const { page, context } = seen;
    await context.clearCookies();
    for (const _ of ["the first time", "and the next"]) {
      await page.reload();
      await expectNobody(seen);
      expect(placeOf(seen)).toBe(own.path);
      expect(silentTries(seen)).toBe(1);
    }
    await signIn(seen, own.name);
    expect(placeOf(seen)).toBe(own.path);
    await leave(seen, site().origin, own.held);
  });
}

/** With an issuer, or a network, that does not do as it should. */
export function oddReloadJourneys(site: () => Site, own: OwnPage): void {
  it("of an issuer that sends people elsewhere than asked: they are not sent round and round", async () => {
    const seen = await signedInAt(site(), own);
    const { page } = seen;
    await page.route("**/authorize?*", (route) =>
      route.fulfill({ status: 302, headers: { location: own.path } }),
    );
    await page.reload().catch(() => undefined);
    await expect.poll(() => page.getByRole("button", SIGN_IN).count()).toBeGreaterThan(0);
    await expectNobody(seen);
    const tries = silentTries(seen);
    expect(tries).toBeLessThanOrEqual(3);
    await page.reload();
    await expectNobody(seen);
    expect(silentTries(seen)).toBe(tries);
    await page.unrouteAll({ behavior: "wait" });
    await signIn(seen);
    await leave(seen, site().origin, own.held);
  });

  it("of an issuer that does not answer: the page is there without a sign-in, and a later load asks again", async () => {
    const seen = await signedInAt(site(), own);
    const { page } = seen;
    await page.route("**/.well-known/openid-configuration", (route) => route.abort("connectionrefused"));
    await page.reload();
    await expectNobody(seen);
    await page.unrouteAll({ behavior: "wait" });
    await page.reload();
    await page.getByRole("button", SIGN_OUT).waitFor();
    await leave(seen, site().origin, own.held);
  });

  it("of a browser in which another has signed in meanwhile: nobody finds another's page", async () => {
    const first = await signedInAt(site(), own);
    const page = await first.context.newPage();
    await page.goto(own.path);
    await signIn({ page }, "赵建国");
    await first.page.reload();
    await expectNobody(first);
    await page.reload();
    await page.getByRole("button", SIGN_OUT).waitFor();
    await leave(first, site().origin, own.held);
  });
}
