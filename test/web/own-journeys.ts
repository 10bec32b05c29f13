import { expect, it } from "vitest";
import { ask } from "../local/local-platform.ts";
import { at } from "../support/platform.ts";
import { control, press } from "./by-keys.ts";
import { senderOf } from "./desk-city.ts";
import { leave, PORTAL } from "./held.ts";
import type { Portal } from "./portal.test.ts";
import { expectAccessible, goTo, partOf, signedInAgain, signIn, speak, visit } from "./visit.ts";

const ASK_CONSENT = `mutation { requestConsent(idempotencyKey: "portal-consent", input: {
  scopes: [PROFILE_READ, HOUSING_FUND_LOANS_READ, TRANSIT_READ], purpose: "贷款预审", days: 30
}) { ... on RequestedConsent { token request { id } } } }`;
const ANSWER = `query ($id: ID!) { myConsentRequest(id: $id) { status grantedScopes citizenRef } }`;
const READ = `query ($ref: ID!) { citizen(ref: $ref) { housingFund { loans { outstanding } } } }`;
const WITHDRAWN = "{ me { housingFund { withdrawals { application payout { id } } } } }";
const PAY_OUT = `mutation ($payout: ID!, $bankReference: String!) {
  recordPayout(input: { payout: $payout, bankReference: $bankReference }) { __typename }
}`;

export function ownJourneys(portal: () => Portal): void {
  it("by keys alone: a partner asks for consent, reads what was granted, and nothing once it is taken back", async () => {
    const { browser, origin, endpoint, demo } = portal();
    const partner = { "x-api-key": demo.partner.live };
    const asked = (await ask(endpoint, ASK_CONSENT, partner)).data;
    const token = String(at(asked, "requestConsent", "token"));
    const id = String(at(asked, "requestConsent", "request", "id"));
    const seen = await visit(browser, origin, "en");
    const { page, addresses } = seen;
    await page.goto(`/consent#${token}`);
    // Past the navigation, the address is still that of what is asked.
    await press(control(page, /^Skip to the content$/));
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
    await press(control(page, /^Sign in$/));
    await page.getByText("王小明").first().waitFor();
    await press(control(page, /王小明/));

    // Back at what is asked, and nothing is ticked for the reader.
    await page.getByText("Waiting for your answer").waitFor();
    await press(control(page, /Agree to what is ticked/));
    await page.getByRole("alert").getByText("Tick at least one, or refuse.").waitFor();
    await expectAccessible(seen, "a consent with nothing ticked");
    await speak(seen, "en");
    // The summary leads to the first box.
    await press(control(page, /Tick at least one/));
    await page.keyboard.press("Space");
    await press(control(page, /Housing-fund loans/), "Space");
    // Ticks outlive the page.
    await page.reload();
    await signedInAgain(seen);
    await page.getByText("Waiting for your answer").waitFor();
    await press(control(page, /Agree to what is ticked/));
    await page.getByText("The enterprise may now see what you ticked").waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("You have agreed");
    await expectAccessible(seen, "a consent that was given");
    await speak(seen, "en");
    // Another link, opened in the same tab, is another question.
    await page.evaluate((hash) => location.replace(hash), `#${token}x`);
    await page.getByText("There is no such request").waitFor();

    const { myConsentRequest: answer } = (await ask(endpoint, ANSWER, partner, { id })).data as Answered;
    expect(answer).toMatchObject({ status: "GRANTED" });
    expect([...answer.grantedScopes].sort()).toEqual(["HOUSING_FUND_LOANS_READ", "PROFILE_READ"]);
    const read = () => ask(endpoint, READ, partner, { ref: answer.citizenRef });
    expect((await read()).errors).toBeUndefined();

    // The look at the data stands on the page, in words.
    await press(control(page, /All that you have agreed to/));
    const looks = partOf(page, "The latest looks at your data");
    await looks.getByText("贷款预审").first().waitFor();
    expect(await looks.innerText()).toContain("Housing-fund loan");
    await expectAccessible(seen, "privacy with a look at the data");
    await speak(seen, "en");
    await press(control(page, /Take it back: .*贷款预审/));
    await page.getByText("may not be able to go on with what it does for you").waitFor();
    await expectAccessible(seen, "a consent that is to be taken back");
    await speak(seen, "en");
    // Second thoughts leave it as it is, and the focus where it was.
    await press(control(page, /^No, leave it/));
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("Take it back");
    await page.keyboard.press("Enter");
    await press(control(page, /^Yes, take it back/));
    await page.getByText("It sees nothing of yours by this consent any more").waitFor();
    // The consent that the demo city's partner has had before leaves loans out.
    expect((await read()).errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);

    expect(addresses.filter((address) => address.includes(token))).toEqual([]);
    await leave(seen, origin, PORTAL);
  });

  it("of money from the fund: from the withdrawal that was granted to the bank's number", async () => {
    const { browser, origin, city } = portal();
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    await page.goto("/");
    await signIn(seen);
    await page.getByRole("link", { name: "Details and withdrawal" }).click();
    await page.getByRole("link", { name: "Draw from the fund" }).click();
    const drawn = partOf(page, "What you have drawn");
    await drawn.getByText("To be paid to you").first().waitFor();

    await payOut(portal(), city.granted, "20261130-000117");
    await page.goto("/fund/withdraw");
    await signedInAgain(seen);
    await drawn.getByText("Paid to you", { exact: true }).waitFor();
    expect(await drawn.innerText()).toContain("20261130-000117");
    await expectAccessible(seen, "a withdrawal that was paid");
    await speak(seen, "en");
    await drawn.getByRole("link", { name: "Open the case" }).first().click();
    await page.getByText("Granted and delivered").first().waitFor();
    // By year, it is taken from what came in.
    await goTo(seen, "/fund/history");
    await page.getByText("Drawn: repaying a home loan").waitFor();
    await leave(seen, origin, PORTAL);
  });

  it("to mark as read all that is new, on other pages too", async () => {
    const { browser, origin } = portal();
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    const listed: Listed[] = [];
    let elsewhere = 1;
    let shown: readonly string[] = [];
    let areOlderMarked = false;
    // As if another one stood on a further page.
    await page.route("**/graphql", async (route) => {
      const { variables }: { readonly variables: Marked } = route.request().postDataJSON();
      const isAfter = areOlderMarked;
      const response = await route.fetch();
      const json = await response.json();
      if (variables.ids) shown = variables.ids;
      if (variables.upTo) areOlderMarked = true;
      const me: Listed | undefined = json.data?.me;
      if (!me?.notifications) return route.fulfill({ response, json });
      if (isAfter) listed.push(me);
      const unreadNotifications = me.unreadNotifications + elsewhere;
      await route.fulfill({ response, json: { data: { me: { ...me, unreadNotifications } } } });
    });
    await page.goto("/messages");
    await signIn(seen);
    await expectAccessible(seen, "messages of more than a page");
    await speak(seen, "en");
    elsewhere = 0;
    await page.getByRole("button", { name: "Mark all messages as read" }).click();
    await expect.poll(() => listed.length).toBeGreaterThan(0);
    const nodes = listed.at(-1)?.notifications.edges.map(({ node }) => node) ?? [];
    // Another one may have come since; and one of the page may have been told after one above it.
    const marked = nodes.filter(({ id }) => shown.includes(id));
    expect(marked.length).toBeGreaterThan(0);
    expect(marked.filter(({ read }) => !read)).toEqual([]);
    await page.unrouteAll({ behavior: "wait" });
    await leave(seen, origin, PORTAL);
  });
}

/** All that the page shows as new, and behind it the newest. */
type Marked = { readonly ids?: readonly string[]; readonly upTo?: string };

type Listed = {
  readonly unreadNotifications: number;
  readonly notifications: {
    readonly edges: readonly { readonly node: { readonly id: string; readonly read: boolean } }[];
  };
};

type Answered = {
  readonly myConsentRequest: {
    readonly status: string;
    readonly grantedScopes: readonly string[];
    readonly citizenRef: string;
  };
};

type Withdrawn = {
  readonly me: {
    readonly housingFund: {
      readonly withdrawals: readonly {
        readonly application: string;
        readonly payout: { readonly id: string } | null;
      }[];
    };
  };
};

/** The bank has paid what a case has granted the demo citizen, and the treasurer books it under the bank's number. */
export async function payOut(site: Portal, application: string, bankReference: string): Promise<void> {
  const treasurer = site.demo.officers["treasurer"];
  const { me } = await senderOf(site, site.demo.citizen)<Withdrawn>(WITHDRAWN);
  const payout = me.housingFund.withdrawals.find((one) => one.application === application)?.payout?.id;
  if (!payout || !treasurer) throw new Error("nothing is owed, or nobody pays it");
  await senderOf(site, treasurer)(PAY_OUT, { payout, bankReference });
}
