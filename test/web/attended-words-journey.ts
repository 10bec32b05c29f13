import { it } from "vitest";
import { OFFICER_NAMES } from "../../local/demo/officers.ts";
import { apply, PERMIT, senderOf } from "./desk-city.ts";
import { deskOf } from "./desk-of.ts";
import { DESK, leave } from "./held.ts";
import type { Site } from "./site.ts";
import { expectAccessible, goTo, partOf, speak } from "./visit.ts";
import { receiveByCard } from "./window-journeys.ts";

const NOTE = `mutation ($id: ID!) {
  writeNoteToApplicant(id: $id, text: "请说明居住地址的楼层。", idempotencyKey: "words-note") {
    __typename ... on Refusal { message }
  }
}`;
const MINE = "{ me { applications(first: 20) { edges { node { id canBeEvaluated } } } } }";
type Mine = {
  readonly me: {
    readonly applications: {
      readonly edges: readonly { readonly node: { readonly id: string; readonly canBeEvaluated: boolean } }[];
    };
  };
};

/** A clerk takes down the words of the person at the window about their cases. */
export function attendedWordsJourney(site: () => Site): void {
  it("of a clerk at a window: a reply to a note, and how the person found it, taken down in their words", async () => {
    const citizen = senderOf(site(), site().demo.citizen);
    const permit = await apply(citizen, { ...PERMIT, region: "110105", key: "words-permit" });
    const { acceptor } = site().demo.officers;
    if (!acceptor) throw new Error("the demo city has no acceptor");
    await senderOf(site(), acceptor)(NOTE, { id: permit.id });
    const { me } = await citizen<Mine>(MINE);
    const decided = me.applications.edges.find(({ node }) => node.canBeEvaluated)?.node.id ?? "";

    const seen = await deskOf(site(), OFFICER_NAMES.clerk);
    const { page } = seen;
    const attendance = await receiveByCard(seen);

    await goTo(seen, `${attendance}/cases/${permit.id}`);
    const notes = partOf(page, "Notes between them and the department");
    await notes.getByText("请说明居住地址的楼层。").waitFor();
    await notes.getByRole("button", { name: "Send the reply" }).click();
    await notes.getByRole("alert").getByText("Write it down first").waitFor();
    await expectAccessible(seen, "a note without a word of reply");
    await speak(seen, "en");
    await notes.getByLabel("Their reply").fill("三层。");
    await notes.getByRole("button", { name: "Send the reply" }).click();
    await notes.getByRole("listitem").filter({ hasText: "三层。" }).getByText("The applicant").waitFor();

    await goTo(seen, `${attendance}/cases/${decided}`);
    await page.locator("summary", { hasText: "How they found it" }).click();
    const take = page.getByRole("button", { name: "Take the evaluation down" });
    await take.click();
    await page.getByRole("alert").getByText("Choose how it went").waitFor();
    await page.getByRole("radio", { name: "Bad", exact: true }).check();
    await take.click();
    // It is the platform that asks for words where it was bad.
    await page.locator("#comment-problem").waitFor();
    await expectAccessible(seen, "a bad evaluation without a word");
    await speak(seen, "en");
    await page.getByLabel("Their words").fill("等了很久。");
    await take.click();
    await partOf(page, "How they found it").getByText("等了很久。").waitFor();
    await leave(seen, site().origin, DESK, ["三层", "等了很久", "王小明"]);
  });
}
