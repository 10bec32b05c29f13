import { it } from "vitest";
import { expectTypedKept } from "./ended-sign-in.ts";
import { CONSOLE, leave, type PageOf, seeAll, seeFirst, seeSignIn } from "./held.ts";
import { expectMissingTold } from "./missing-scripts.ts";
import type { Site } from "./site.ts";
import { expectTroublesTold } from "./troubles.ts";
import { drawn, expectAccessible, goTo, signIn, speak, visit } from "./visit.ts";

/** Of somebody who has signed in, each after the ones before it. */
function pagesOf({ demo }: Site): readonly PageOf[] {
  const of = `/console/partners/${demo.partner.id}`;
  return [
    { name: "how to call", path: "/console/docs", asks: 0 },
    { name: "how licences are verified", path: "/console/docs/verification", asks: 0 },
    { name: "an application", path: "/console/apply", asks: 1 },
    { name: "a partnership", path: of, asks: 1 },
    { name: "no such partnership", path: "/console/partners/ptn_0123456789abcdef", asks: 1 },
    { name: "keys", path: `${of}/keys`, asks: 1 },
    { name: "consents", path: `${of}/consents`, asks: 1 },
    { name: "accounts", path: `${of}/accounts`, asks: 1 },
    { name: "accounts of the sandbox", path: `${of}/accounts?mode=TEST`, asks: 1 },
    { name: "a statement", path: `${of}/accounts/prefund`, asks: 1 },
    { name: "an empty statement", path: `${of}/accounts/prefund?month=2020-01`, asks: 1 },
    { name: "settlements", path: `${of}/settlements`, asks: 1 },
    { name: "settlements by day", path: `${of}/settlements?kind=OPERATOR`, asks: 1 },
    { name: "no page", path: "/console/nowhere", asks: 0 },
  ];
}

export function consolePages(site: () => Site): void {
  it("of nobody is light, accessible and from this origin alone", async () => {
    const { browser, origin } = site();
    const seen = await visit(browser, origin);
    await seeFirst(seen, CONSOLE);
    const pages = [
      { name: "no page", path: "/console/nowhere", asks: 0 },
      { name: "an application of nobody", path: "/console/apply", asks: 0 },
      { name: "a sign-in that did not hold", path: "/console/signed-in", asks: 0 },
    ];
    await seeAll(seen, pages, CONSOLE);
    await leave(seen, origin, CONSOLE);
  });

  it("of somebody who has signed in is drawn by one request, and accessible", async () => {
    const { browser, origin } = site();
    const seen = await visit(browser, origin);
    await seen.page.goto("/console");
    await drawn(seen.page);
    await seeSignIn(seen, CONSOLE);
    await seeAll(seen, pagesOf(site()), CONSOLE);
    await leave(seen, origin, CONSOLE);
  });

  it("that says how to call names the API's own address, where the pages have another", async () => {
    const { browser, origin } = site();
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    const endpoint = "https://api.service.example.gov.cn/graphql";
    await page.route("**/config.json", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), endpoint } });
    });
    await page.goto("/console/docs");
    await page.getByText(`curl -s ${endpoint} `).waitFor();
    await page.unrouteAll({ behavior: "wait" });
    await page.reload();
    await page.getByText(`curl -s ${origin}/graphql `).waitFor();
    await leave(seen, origin, CONSOLE);
  });

  it("of somebody without an enterprise says what comes first", async () => {
    const { browser, origin } = site();
    const seen = await visit(browser, origin, "en");
    await seen.page.goto("/console");
    await signIn(seen, "林新");
    await seen.page.getByText("You have not applied for a partnership yet").waitFor();
    await expectAccessible(seen, "the console without a partnership");
    await goTo(seen, "/console/apply");
    await speak(seen, "en");
    await seen.page.getByText("We know of no enterprise that you represent").waitFor();
    await expectAccessible(seen, "an application without an enterprise");
    await leave(seen, origin, CONSOLE);
  });

  it("tells trouble in words with what to do, and is drawn once it is over", async () => {
    const { browser, origin } = site();
    const seen = await visit(browser, origin);
    await seen.page.goto("/console");
    await signIn(seen);
    await expectTroublesTold(seen, (name) => `/console/partners/${encodeURIComponent(name)}`);
    await expectMissingTold(seen, "/console/docs");
    await leave(seen, origin, CONSOLE);
  });

  it("says that a sign-in has ended, and keeps what was typed until the next", async () => {
    const { browser, origin, demo } = site();
    const seen = await visit(browser, origin, "en");
    const [path, text] = [`/console/partners/${demo.partner.id}/consents`, "员工出行报销"];
    await expectTypedKept(seen, {
      path,
      field: "Purpose",
      text,
      box: /^Transit cards/,
      send: "Make the link",
    });
    await leave(seen, origin, CONSOLE, [text]);
  });
}
