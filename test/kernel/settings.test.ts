import { describe, expect, it } from "vitest";
import { readConfig } from "../../services/kernel/process/config.ts";
import { readSettings, type SettingStatements } from "../../services/kernel/settings.ts";

const STATED = {
  well: { kind: "secret", variable: "CIVIGRAPH_WELL", holds: "settings of the well", without: "it is dry" },
  isOpen: { kind: "yes or no", variable: "CIVIGRAPH_IS_OPEN", means: "opens the well" },
  depth: { kind: "one of", variable: "CIVIGRAPH_DEPTH", values: [10, 20, 30], means: "metres" },
  site: {
    ...{ kind: "origin", variable: "CIVIGRAPH_SITE", means: "the site", without: "there is none" },
    locally: "http://localhost:4000",
  },
} as const satisfies SettingStatements;

const COMMON = {
  CIVIGRAPH_TABLE_PREFIX: "civigraph-test",
  CIVIGRAPH_METRICS_NAMESPACE: "civigraph/test",
  CIVIGRAPH_OIDC_ISSUER: "https://issuer.test",
  CIVIGRAPH_OIDC_AUDIENCE: "test",
  CIVIGRAPH_OIDC_JWKS_URL: "https://issuer.test/jwks",
  CIVIGRAPH_SECRET_ID: "root",
};

describe("settings", () => {
  it("are their defaults where nothing is said", () => {
    expect(readSettings(STATED, {})).toEqual({ well: undefined, isOpen: false, depth: 10, site: undefined });
  });

  it("are read by their kinds", () => {
    const said = {
      ...{ CIVIGRAPH_WELL_ID: "arn:well", CIVIGRAPH_IS_OPEN: "yes", CIVIGRAPH_DEPTH: "30" },
      CIVIGRAPH_SITE: "https://city.example.cn",
    };
    expect(readSettings(STATED, said)).toEqual({
      ...{ well: { id: "arn:well" }, isOpen: true, depth: 30, site: "https://city.example.cn" },
    });
  });

  it("take a secret's own text before its name, and neither where they are empty", () => {
    const both = { CIVIGRAPH_WELL: "{}", CIVIGRAPH_WELL_ID: "arn:well" };
    expect(readSettings(STATED, both).well).toEqual({ value: "{}" });
    expect(readSettings(STATED, { ...both, CIVIGRAPH_WELL: "" }).well).toEqual({ id: "arn:well" });
    expect(readSettings(STATED, { CIVIGRAPH_WELL: "", CIVIGRAPH_WELL_ID: "" }).well).toBeUndefined();
  });

  it("are switched on by `yes` alone", () => {
    for (const said of ["no", "true", "YES", ""])
      expect(readSettings(STATED, { CIVIGRAPH_IS_OPEN: said }).isOpen).toBe(false);
  });

  it.each(["15", "", "010", "10 "])("are refused with a value that is none of theirs: '%s'", (said) => {
    expect(() => readSettings(STATED, { CIVIGRAPH_DEPTH: said })).toThrow(
      /^configuration: CIVIGRAPH_DEPTH is neither 10 nor 20 nor 30$/,
    );
  });

  it.each([
    ...[
      "city.example.cn",
      "http://city.example.cn",
      "https://city.example.cn/",
      "https://city.example.cn/pay",
    ],
    ...[
      "https://user@city.example.cn",
      "https://CITY.example.cn",
      "javascript:alert(1)",
      "https://a.cn https://b.cn",
    ],
  ])("are refused with what is no origin of https: '%s'", (said) => {
    expect(() => readSettings(STATED, { CIVIGRAPH_SITE: said })).toThrow(
      "CIVIGRAPH_SITE is no origin of https",
    );
  });

  it("take a developer's machine, and nothing, for an origin", () => {
    const site = (said: string) => readSettings(STATED, { CIVIGRAPH_SITE: said }).site;
    expect([site("http://localhost:4000"), site("")]).toEqual(["http://localhost:4000", undefined]);
  });

  it("that are not stated are not looked at", () => {
    const { isOpen } = STATED;
    expect(readSettings({ isOpen }, { CIVIGRAPH_DEPTH: "15" })).toEqual({ isOpen: false });
  });
});

describe("the configuration of a function that serves callers", () => {
  it("is what belongs to all services, and the settings of each", () => {
    expect(readConfig({ ...COMMON, CIVIGRAPH_DEPTH: "20" }, STATED)).toEqual({
      tablePrefix: "civigraph-test",
      metricsNamespace: "civigraph/test",
      oidc: [
        {
          ...{ issuer: "https://issuer.test", jwksUrl: "https://issuer.test/jwks", claims: undefined },
          clients: [{ id: "test", signsIn: ["CITIZEN", "OFFICER"] }],
        },
      ],
      secret: { id: "root" },
      well: undefined,
      isOpen: false,
      site: undefined,
      depth: 20,
    });
  });

  it("tells in one line of all that is missing or wrong", () => {
    const { CIVIGRAPH_OIDC_AUDIENCE: _, CIVIGRAPH_SECRET_ID: __, ...rest } = COMMON;
    expect(() => readConfig({ ...rest, CIVIGRAPH_DEPTH: "15" }, STATED)).toThrow(
      /^configuration: CIVIGRAPH_DEPTH is neither 10 nor 20 nor 30; CIVIGRAPH_OIDC_AUDIENCE is not set; CIVIGRAPH_SECRET_ID is not set$/,
    );
  });
});
