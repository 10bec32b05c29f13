import { execFileSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { tokensOfIssuer } from "../../infra/constructs/sign-in.ts";
import { API_PATH, ASSETS, CONFIG_FILE, pageFileAt, pageHeaders } from "../../infra/page-serving.ts";
import { checkDraft } from "../../services/government/catalogue/draft.ts";
import { compileForm, formProblems } from "../../services/government/catalogue/form-schema.ts";
import { formGaps } from "../../services/government/catalogue/forms/form-gaps.ts";
import { formPages } from "../../services/government/catalogue/forms/form-pages.ts";
import { expressionProblem } from "../../services/government/catalogue/rule-language.ts";
import { readPeersByRegion } from "../../services/government/licences/recognition/peer-settings.ts";
import { openLicenceRegisters } from "../../services/government/licences/registers/open-registers.ts";
import { date } from "../../services/kernel/civil-date.ts";
import { CLIENTS } from "../../services/kernel/process/trusted-issuers.ts";
import { systemRuntime } from "../../services/kernel/runtime.ts";
import { openGateways } from "../../services/money/payments/index.ts";
import { openBankAccountChecks } from "../../services/money/payout-accounts/index.ts";
import { openTextMessages } from "../../services/people/telephones/index.ts";
import type { PageConfig, SignInPlace } from "../../web/shared/page-config.ts";
import { draftOf } from "../government/catalogue/items.ts";
import { type Block, blocksOf, PAGES, placeOf, textOf } from "./blocks.ts";
import { samplesOf } from "./samples.ts";

/** The blocks that are not sent to the platform that runs, and how each is tried instead. */
type Check = {
  readonly what: string;
  readonly takes: (block: Block) => boolean;
  readonly check: (block: Block) => void | Promise<void>;
};

const { scripts } = JSON.parse(textOf("package.json")) as { scripts: Readonly<Record<string, string>> };

/** Bash reads them, and every script of the project that they name is there. */
function readsAsShell({ text }: Block): void {
  execFileSync("bash", ["-n"], { input: text });
  const named = [...text.matchAll(/\bnpm run ([\w:]+)|\bnpm (start|test)\b/g)].map(
    ([, script, own]) => script ?? own ?? "",
  );
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
}

const beginsWith =
  (language: string, ...beginnings: readonly string[]) =>
  (block: Block): boolean =>
    block.language === language && beginnings.some((beginning) => block.text.startsWith(beginning));

/** Where a page leaves a key out, one is put in. */
function withKeys(settings: string): string {
  return settings.replaceAll(/"x": "…", "y": "…"(, "d": "…")?/g, (_, secret?: string) => {
    const { x, y, d } = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({
      format: "jwk",
    });
    return `"x": "${x}", "y": "${y}"${secret ? `, "d": "${d}"` : ""}`;
  });
}

const settingsOf = (page: string, open: (value: string, log: () => void) => Promise<unknown>): Check => ({
  what: `settings of ${page}`,
  takes: ({ page: stands, language }) => stands === page && language === "json",
  check: async ({ text }) => {
    const complaints: unknown[] = [];
    const opened = await open(withKeys(text), (...complaint) => void complaints.push(complaint));
    expect(complaints).toEqual([]);
    expect(opened).toMatchObject({ live: expect.anything() });
  },
});

/** Those that each deployment tells; GraphiQL's address is told where there is one. */
type Told = { [Name in keyof PageConfig as undefined extends PageConfig[Name] ? never : Name]: true };
/** As the pages know it: a setting more, or less, is an error of types here. */
const EVERY_SETTING: Readonly<Told> = {
  signIn: true,
  region: true,
};
const EVERY_PLACE: Readonly<Record<keyof PageConfig["signIn"], true>> = {
  portal: true,
  desk: true,
  console: true,
};
const EVERY_SETTING_OF_A_PLACE: Readonly<Record<keyof SignInPlace, true>> = {
  issuer: true,
  clientId: true,
  signOut: true,
};
/** The origins that the sample's pages reach. */
const REACHED = {
  issuer: "https://sso.example.gov.cn",
  files: "https://civigraph-prod-files-123456789012.s3.cn-north-1.amazonaws.com.cn",
};

const CHECKS: readonly Check[] = [
  { what: "a drawing", takes: ({ language }) => language === "mermaid", check: () => undefined },
  {
    what: "commands that need an account of AWS",
    takes: ({ language, text }) => language === "sh" && /(?:^|[ (])(?:aws|npx cdk) [a-z]/m.test(text),
    check: readsAsShell,
  },
  {
    what: "how a command is called",
    takes: beginsWith(
      "sh",
      "npm run import -- housing-fund <",
      "npm run import -- licences <",
      "npm run generate -- housing-fund --citizens 4000",
    ),
    check: readsAsShell,
  },
  {
    what: "commands beside tables that are deployed",
    takes: beginsWith("sh", "export CIVIGRAPH_TABLE_PREFIX=civigraph-prod"),
    check: readsAsShell,
  },
  {
    what: "the platform's start, which every test of the samples makes, and the tests themselves",
    takes: beginsWith(
      ...(["sh", "npm ci && npm start\n", "npm cit\n"] as const),
      ...["npm run fuzz -- ", "npm run campaign -- ", "npm run mutate -- "],
    ),
    check: readsAsShell,
  },
  {
    what: "a gateway's day file, which test/local/reconcile.test.ts has",
    takes: beginsWith("sh", "npm run reconcile -- "),
    check: readsAsShell,
  },
  settingsOf("docs/payment-gateway.md", (value, log) =>
    openGateways({ value }, { runtime: systemRuntime, log }),
  ),
  settingsOf("docs/bank-account-check.md", (value, log) =>
    openBankAccountChecks(
      { bankAccountCheck: { value }, sandboxPaysLive: false },
      { runtime: systemRuntime, log },
    ),
  ),
  settingsOf("docs/text-messages.md", (value, log) =>
    openTextMessages({ textMessages: { value }, printsTextMessages: false }, { runtime: systemRuntime, log }),
  ),
  settingsOf("docs/licence-files.md", (value, log) =>
    openLicenceRegisters({ value }, { runtime: systemRuntime, log }),
  ),
  {
    what: "the platforms of other regions",
    takes: ({ page, text }) => page === "docs/operators.md" && text.includes('"apiKey"'),
    check: ({ text }) => {
      expect(readPeersByRegion(text).live.size).toBe(1);
    },
  },
  {
    what: "a stage's sign-in by an issuer of one's own",
    takes: ({ page, text }) => page === "docs/operators.md" && text.includes('"kind": "oidc"'),
    check: ({ text }) => {
      const tokens = tokensOfIssuer(JSON.parse(text));
      const names = Object.keys(CLIENTS).map((name) => expect.stringContaining(`${name}=`));
      expect(tokens.oidcAudience?.split(" ")).toEqual(names);
    },
  },
  {
    what: "a form with its pages",
    takes: ({ page, language, text }) =>
      page === "docs/service-items.md" && language === "json" && text.includes("x-pages"),
    check: ({ text }) => {
      const stated = JSON.parse(text);
      expect([...formProblems(stated), ...formGaps(stated, new Map())]).toEqual([]);
      expect(formPages(stated).flatMap(({ fields }) => fields.map(({ when }) => when.length))).toEqual([
        0, 1,
      ]);
    },
  },
  {
    what: "what pages are told without CloudFront",
    takes: ({ page, text }) => page === "docs/operators.md" && text.includes('"clientId"'),
    check: ({ text }) => {
      const config: PageConfig = JSON.parse(text);
      expect(Object.keys(config).sort()).toEqual(Object.keys(EVERY_SETTING).sort());
      expect(Object.keys(config.signIn).sort()).toEqual(Object.keys(EVERY_PLACE).sort());
      for (const place of Object.values(config.signIn)) {
        expect(Object.keys(place).sort()).toEqual(Object.keys(EVERY_SETTING_OF_A_PLACE).sort());
        expect(place.issuer).toBe(REACHED.issuer);
      }
    },
  },
  {
    what: "a web server of one's own, with the headers of a stage",
    takes: ({ language }) => language === "nginx",
    check: ({ text }) => {
      const { issuer, files } = REACHED;
      const headers = pageHeaders({ called: [issuer, files], sentTo: [issuer] });
      const sent = [...text.matchAll(/^ {2}add_header (\S+) "([^"]*)" always;$/gm)].map(([, name, value]) => [
        name,
        value,
      ]);
      expect(Object.fromEntries(sent)).toEqual({
        ...{ ...headers, "strict-transport-security": "max-age=63072000" },
      });
      const pages = ["/", "/desk", "/console", "/screen/BJ-CY-01"].map((address) => `${pageFileAt(address)}`);
      for (const path of [ASSETS, CONFIG_FILE, API_PATH, ...pages]) expect(text).toContain(path);
    },
  },
  {
    what: "an item's terms of an electronic licence",
    takes: ({ page, language, text }) =>
      page === "docs/service-items.md" && language === "json" && text.includes('"act"'),
    check: ({ text }) => {
      const licence = JSON.parse(text);
      expect(checkDraft(draftOf({ effect: "LICENCE", licence }))).toMatchObject({
        ok: true,
        value: { licence },
      });
      const { number, content } = licence;
      const problems = [number, ...Object.values(content)].map((one) => expressionProblem(one));
      expect(problems).toEqual([undefined, undefined]);
    },
  },
  {
    what: "a form",
    takes: ({ page, language }) => page === "docs/service-items.md" && language === "json",
    check: ({ text }) => {
      const form = compileForm(JSON.parse(text));
      if (!form.ok) throw new Error(JSON.stringify(form.error));
      const filledIn = { idNumber: "11010519491231002X", residentSince: "2020-03-01" };
      expect(form.value(filledIn, date("2026-11-23"))).toEqual([]);
      expect(form.value({ ...filledIn, residentSince: "2026-11-24" }, date("2026-11-23"))).toHaveLength(1);
    },
  },
];

const others = PAGES.flatMap((page) => samplesOf(blocksOf(page)).others);
const checkOf = (block: Block): Check | undefined => CHECKS.find(({ takes }) => takes(block));
const unchecked = (blocks: readonly Block[]): readonly string[] =>
  blocks.filter((block) => !checkOf(block)).map(placeOf);

describe("the blocks of the documents", () => {
  it("are run, or checked in another way, and none is left over", () => {
    expect(unchecked(others)).toEqual([]);
    const unused = CHECKS.filter((check) => !others.some((block) => checkOf(block) === check));
    expect(unused.map(({ what }) => what)).toEqual([]);
  });

  const checked = others.flatMap((block) => {
    const check = checkOf(block);
    return check ? [{ place: placeOf(block), what: check.what, run: () => check.check(block) }] : [];
  });
  it.each(checked)("that are not sent to the platform hold: $place, $what", ({ run }) => run());
});

describe("a block that nothing runs is named by its place", () => {
  const leftOver = (text: string): readonly string[] =>
    unchecked(samplesOf(blocksOf("docs/partners.md", text)).others);
  const fenced = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\`\n`;
  const query = "query ($ref: ID!) { citizen(ref: $ref) { name } }";
  const sent = `# Sent with partner.live\n${query}`;

  it.each([
    ["a document that does not say how it is sent", fenced("graphql", "{ viewer { kind } }")],
    ["a document without its variables", fenced("graphql", sent)],
    [
      "a refusal that is not shown",
      fenced("graphql", sent.replace("live", "live. Refused: no consent")) + fenced("json", "{}"),
    ],
    [
      "variables behind a document that has none",
      `${fenced("graphql", sent)}${fenced("json", "{}")}${fenced("json", "{}")}`,
    ],
    ["JSON that nothing reads", fenced("json", "{}")],
    ["a command that nothing runs", fenced("sh", "echo hello")],
    ["a call of another address", fenced("sh", "curl -s http://localhost:4001/graphql -d '{}'")],
    ["a language that nobody knows", fenced("python", "print()")],
    ["a block without a language", fenced("", "anything")],
  ])("%s", (_, text) => {
    expect(leftOver(`# A page\n\n${text}`)).toHaveLength(1);
  });

  it("with file and line", () => {
    expect(leftOver(`# A page\n\n   ${fenced("sh", "echo hello").replaceAll("\n", "\n   ")}`)).toEqual([
      "docs/partners.md:3",
    ]);
  });
});
