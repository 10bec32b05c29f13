import { getNamedType, isIntrospectionType, isObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { directivesOn } from "../../../services/api/directives.ts";
import { at, type Json, startPlatform, type TestPlatform } from "../../support/platform.ts";
import { schema } from "../../support/schema.ts";
import { seedPartner } from "../../support/seed-partner.ts";
import { CALLERS, fieldsOf, isLetThrough, refusalTo } from "./callers.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

type As = { readonly token?: string; readonly apiKey?: string };

async function refusal(query: string, as: As, language = "en") {
  const { errors } = await platform.call({ query, ...as, headers: { "accept-language": language } });
  return errors[0] ?? expect.fail("it is let through");
}

const DESK = '{ workQueue(region: "110105", department: "BJ-SCJG") { edges { cursor } } }';
const BILL = 'mutation { cancelBill(number: "W-1") { __typename } }';
const REVIEW = 'mutation { rejectPartner(id: "ptn_0000000000000000", reason: "no") { __typename } }';

describe("FORBIDDEN tells for whom it is", () => {
  it("to a caller of another kind: which kinds, with what", async () => {
    const token = await platform.tokens.citizen();
    const { message, extensions } = await refusal(REVIEW, { token });
    expect(message).toBe("Not allowed: this is only for officers with the role PARTNER_MANAGER.");
    expect(extensions).toMatchObject({ code: "FORBIDDEN", allowedCallers: ["OFFICER"] });
    expect(extensions).not.toHaveProperty("requiredScopes");
    expect((await refusal(REVIEW, { token }, "zh")).message).toBe(
      "没有权限：仅限具有 PARTNER_MANAGER 角色的工作人员。",
    );
    const scoped = await refusal(BILL, { token });
    expect(scoped.message).toContain("only for partners whose key");
    expect(scoped.message).toContain("BILLS_SUBMIT");
  });

  it("to an officer without the role: which roles", async () => {
    const token = await platform.tokens.officer({ roles: ["AUDITOR"] });
    const { message, extensions } = await refusal(REVIEW, { token });
    expect(message).toBe("Not allowed: this is only for officers with the role PARTNER_MANAGER.");
    expect(extensions).toMatchObject({ requiredRoles: ["PARTNER_MANAGER"], grantedRoles: ["AUDITOR"] });
  });

  it("to a partner without the scope: which scopes, and which it has", async () => {
    const { liveKey: apiKey } = await seedPartner(platform, { scopes: ["BILLS_PAY"] });
    const { message, extensions } = await refusal(BILL, { apiKey });
    expect(message).toContain("BILLS_SUBMIT");
    expect(extensions).toMatchObject({ requiredScopes: ["BILLS_SUBMIT"], grantedScopes: ["BILLS_PAY"] });
  });

  it("to an officer with the role elsewhere: that it is outside the jurisdiction", async () => {
    const token = await platform.tokens.officer({ roles: ["REVIEWER"], region: "310000" });
    expect((await refusal(DESK, { token })).message).toBe("This is outside your jurisdiction.");
  });

  it("in words that fit what is written as well as what is read", async () => {
    const token = await platform.tokens.citizen();
    for (const query of [DESK, REVIEW])
      expect((await refusal(query, { token })).message).not.toMatch(/read/i);
  });

  it("and it is the truth, for every field and every kind of caller", async () => {
    const officers = CALLERS.filter(({ actor }) => actor.kind === "OFFICER");
    for (const field of fieldsOf(schema)) {
      for (const caller of CALLERS) {
        const error = await refusalTo(platform, caller, field);
        if (error?.code !== "FORBIDDEN") continue;
        const { allowedCallers, requiredRoles, requiredScopes, grantedScopes } = error.extensions;
        const name = `${caller.name} at ${field.type.name}.${field.name}`;
        if (Array.isArray(allowedCallers)) {
          expect(allowedCallers, name).not.toContain(caller.actor.kind);
          expect(allowedCallers.length, name).toBeGreaterThan(0);
        } else if (caller.actor.kind === "OFFICER") {
          const named = officers.filter(
            ({ actor }) =>
              actor.kind === "OFFICER" && actor.roles.some((role) => [requiredRoles].flat().includes(role)),
          );
          const through = await Promise.all(named.map((one) => isLetThrough(platform, one, field)));
          expect(through.includes(true), name).toBe(true);
        } else {
          const missing = [requiredScopes].flat().filter((scope) => ![grantedScopes].flat().includes(scope));
          expect(missing.length, name).toBeGreaterThan(0);
        }
      }
    }
  });
});

describe("descriptions of the schema carry what @access asks for", () => {
  const INTROSPECT = `query ($name: String!) { __type(name: $name) { description fields { name description } } }`;

  const described = async (name: string): Promise<Json> => {
    const token = await platform.tokens.citizen();
    return at((await platform.call({ query: INTROSPECT, variables: { name }, token })).data, "__type");
  };

  it("so that introspection shows them", async () => {
    const fields = at(await described("Mutation"), "fields");
    const found = Array.isArray(fields) ? fields : [];
    const of = (name: string): Json =>
      at(found.find((one) => at(one, "name") === name) ?? null, "description");
    expect(of("cancelBill")).toMatch(/Access: PARTNER with the scope BILLS_SUBMIT\.$/);
    expect(of("rejectPartner")).toMatch(/Access: OFFICER with the role PARTNER_MANAGER\.$/);
    expect(of("payBills")).toMatch(/Access: CITIZEN; PARTNER with the scope BILLS_PAY\.$/);
    expect(at(await described("HousingFundAccount"), "description")).toContain(
      "PARTNER with the scope HOUSING_FUND_READ",
    );
  });

  it("for every type and every root field, and keep what was said before", () => {
    const types = Object.values(schema.getTypeMap()).filter(
      (type) => isObjectType(type) && !isIntrospectionType(type),
    );
    const roots = ["Query", "Mutation"];
    const silent = types
      .filter(({ name, description }) => !roots.includes(name) && !description?.includes("Access: "))
      .map(({ name }) => name);
    const silentFields = fieldsOf(schema)
      .filter(({ type, name }) => {
        const field = type.getFields()[name];
        return roots.includes(type.name) && !field?.description?.includes("Access: ");
      })
      .map(({ name }) => name);
    expect([...silent, ...silentFields]).toEqual([]);
    expect(schema.getType("PageInfo")?.description).toBe("Access: everybody.");
    expect(schema.getType("InvalidInput")?.description).toMatch(/^The input is well formed.*\n\nAccess: /s);
  });

  it("and name each scope and role that a declaration asks for", () => {
    const told = (text: string | null | undefined, asked: readonly string[]): boolean =>
      asked.every((one) => text?.includes(one));
    for (const { type, name } of fieldsOf(schema)) {
      const field = type.getFields()[name];
      for (const one of [type, field]) {
        const access = one ? directivesOn<Readonly<Record<string, readonly string[]>>>(one, "access") : [];
        const asked = access.flatMap((given) => Object.values(given).flat());
        if (asked.length === 4 && asked.includes("ANONYMOUS")) continue;
        expect(told(one?.description, asked), `${type.name}.${name}`).toBe(true);
      }
      expect(getNamedType(field?.type)).toBeDefined();
    }
  });
});
