import type { Route } from "playwright-core";
import { expect, it } from "vitest";
import { sumOf, yuan } from "../../web/shared/format/money.ts";
import { leave, PORTAL } from "./held.ts";
import { expectMissingTold } from "./missing-scripts.ts";
import type { Portal } from "./portal.test.ts";
import { expectAccessible, goTo, signIn, speak, type Visit, visit } from "./visit.ts";

type Answer = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
};

const FAULT = {
  message: "x",
  extensions: { code: "INTERNAL", requestId: "req-of-the-fault", retryable: true },
};

/** The API's answer in place of the truth, and the page's words about it in Chinese. */
const TROUBLES: readonly {
  readonly name: string;
  readonly answer: Answer | "lost";
  readonly says: RegExp;
}[] = [
  { name: "offline", answer: "lost", says: /网络不通/ },
  {
    name: "too many requests",
    answer: { status: 429, headers: { "retry-after": "7" }, body: { message: "Too Many Requests" } },
    says: /访问过于频繁[\s\S]*约 7 秒/,
  },
  {
    name: "a fault",
    answer: { body: { data: null, errors: [FAULT] } },
    says: /系统出了问题[\s\S]*req-of-the-fault/,
  },
  { name: "a gateway that fails", answer: { status: 502, body: "Bad gateway" }, says: /系统出了问题/ },
];

const reply = (route: Route, answer: Answer | "lost"): Promise<void> =>
  answer === "lost"
    ? route.abort("internetdisconnected")
    : route.fulfill({
        status: answer.status ?? 200,
        headers: { "content-type": "application/json", ...answer.headers },
        body: JSON.stringify(answer.body),
      });

/** Lets the API answer, and changes its answer. */
async function changeAnswer(route: Route, change: (body: Body) => void): Promise<void> {
  const response = await route.fetch();
  const body: Body = await response.json();
  change(body);
  await route.fulfill({ response, json: body });
}

type Body = { data: { me: Record<string, unknown> }; errors?: unknown[] };

export function troubles(portal: () => Portal): void {
  it("is told in words with what to do, and over once it is over", async () => {
    const seen = await signedInVisit(portal());
    await expectTroublesTold(seen, (name) =>
      name === "offline" ? "/cases" : `/services/${encodeURIComponent(name)}`,
    );
    await expectMissingTold(seen, "/acting");
    await leave(seen, portal().origin, PORTAL);
  });

  it("of one part leaves the others, and is asked for again by itself", async () => {
    const seen = await signedInVisit(portal());
    const { page } = seen;
    // The page is asked for anew in another language.
    await page.route("**/graphql", (route) =>
      changeAnswer(route, (body) => {
        body.data.me["housingFund"] = null;
        body.errors = [{ ...FAULT, path: ["me", "housingFund"] }];
      }),
    );
    await speak(seen, "en");
    const fund = page.getByRole("region", { name: "Housing fund" });
    await fund.getByText("cannot be shown right now").waitFor();
    expect(await page.getByRole("region", { name: "Bills" }).innerText()).toContain(
      yuan(sumOf(Object.values(portal().city.owed))),
    );
    await expectAccessible(seen, "a part that has failed");
    await page.unrouteAll({ behavior: "wait" });
    await fund.getByRole("button", { name: /Load it again/ }).click();
    await fund.getByText("¥").first().waitFor();
    await leave(seen, portal().origin, PORTAL);
  });

  it("of what a page is about is never told as if there were no such thing", async () => {
    const seen = await signedInVisit(portal());
    const { page } = seen;
    await page.route("**/graphql", (route) =>
      reply(route, {
        body: { data: { node: null, me: null, regions: null }, errors: [{ ...FAULT, path: ["node"] }] },
      }),
    );
    for (const path of [
      ...["/cases/app_1", "/cases/app_1/edit", "/cases/app_1/form", "/cases/app_1/received"],
      ...["/cases/app_1/confirm", "/cases/app_1/evaluate", "/cases/app_1/withdraw"],
      ...["/bills/usage/uac_1", "/cards/crd_1/ride", "/cards/trips/trp_1", "/fund/loans/hfl_1"],
    ]) {
      await goTo(seen, path);
      expect(await page.locator("main").innerText(), path).toMatch(/系统出了问题[\s\S]*req-of-the-fault/);
    }
    await page.unrouteAll({ behavior: "wait" });
    await leave(seen, portal().origin, PORTAL);
  });

  it("is none where there is nothing: an empty page says so", async () => {
    // Not by the front page, whose answer would still be fresh.
    const seen = await signedInVisit(portal(), "/cards/bind");
    const { page } = seen;
    await page.route("**/graphql", (route) =>
      changeAnswer(route, ({ data: { me } }) => {
        for (const [name, value] of Object.entries(me)) {
          if (Array.isArray(value)) me[name] = [];
          else if (value && typeof value === "object")
            me[name] = "edges" in value ? { ...value, edges: [] } : null;
        }
      }),
    );
    for (const [path, says] of [
      ["/bills", "没有待缴账单"],
      ["/bills/payments", "没有缴费记录"],
      ["/cards", "您还没有交通卡"],
      ["/cases", "您还没有申请过事项"],
      ["/messages", "没有消息"],
      ["/me/telephone", "验证手机号码"],
      ["/me/accounts", "还没有收款账户"],
      ["/fund", "您没有公积金账户"],
      ["/fund/history", "没有公积金记录"],
      ["/fund/withdraw", "没有经本平台提取的记录"],
      ["/licences", "您名下没有电子证照"],
      ["/privacy", "您没有同意任何企业查看您的信息"],
      ["/privacy/readings", "还没有人查看过您的信息"],
      ["/acting", "您没有授权任何人"],
      ["/appointments", "您没有即将到来的预约"],
      ["/", "目前没有需要您办理的事"],
    ] as const) {
      await speak(seen, "zh");
      await goTo(seen, path);
      expect(await page.locator("main").innerText()).toContain(says);
      await expectAccessible(seen, `${path}, empty`);
    }
    await page.unrouteAll({ behavior: "wait" });
    await leave(seen, portal().origin, PORTAL);
  });
}

/**
 * Expects that a page says each trouble in words, and is drawn once it is over.
 *
 * @param pathOf A page that asks the API anew for each.
 */
export async function expectTroublesTold(seen: Visit, pathOf: (name: string) => string): Promise<void> {
  const { page } = seen;
  for (const { name, answer, says } of TROUBLES) {
    await speak(seen, "zh");
    await page.route("**/graphql", (route) => reply(route, answer));
    await goTo(seen, pathOf(name));
    expect(await page.locator("main").innerText(), name).toMatch(says);
    await expectAccessible(seen, name);
    await speak(seen, "en");
    await page.unrouteAll({ behavior: "wait" });
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("button", { name: /Try(ing)? again/ }).waitFor({ state: "detached" });
  }
}

async function signedInVisit({ browser, origin }: Portal, begin = "/"): Promise<Visit> {
  const seen = await visit(browser, origin);
  await seen.page.goto(begin);
  await signIn(seen);
  return seen;
}
