import { isEnumType, isObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { directivesOn } from "../../services/api/directives.ts";
import { enumWords, SERVICE_APIS } from "../../services/app/api.ts";
import { fieldWords } from "../../services/app/parts.ts";
import { SERVICES } from "../../services/app/registry.ts";
import { PERSONAL_SCOPES, type Scope } from "../../services/kernel/actor.ts";
import { SCOPE_DESCRIPTIONS } from "../../services/kernel/enum-words.ts";
import type { Message } from "../../services/kernel/message.ts";
import type { Service } from "../../services/kernel/service.ts";
import { namedFields } from "../../services/people/citizens/read-field.ts";
import { at, startPlatform, type TestPlatform } from "../support/platform.ts";
import { schema } from "../support/schema.ts";

const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith("__"));
const services: readonly Service[] = SERVICES;

const isTold = ({ zh, en }: Message): boolean => /\p{Script=Han}/u.test(zh) && /[A-Za-z]/.test(en);

describe("the values of enums", () => {
  it("have a text in both languages each, and there is none for what the schema does not have", () => {
    const inSchema = types.filter(isEnumType).map(
      (type) =>
        [
          type.name,
          type
            .getValues()
            .map(({ name }) => name)
            .toSorted(),
        ] as const,
    );
    const inTables = Object.entries(enumWords).map(
      ([name, words]) => [name, Object.keys(words).toSorted()] as const,
    );
    expect(Object.fromEntries(inTables)).toEqual(Object.fromEntries(inSchema));
  });

  it("are told apart by their texts, each in its language", () => {
    for (const [name, words] of Object.entries(enumWords)) {
      const texts = Object.values(words);
      for (const language of ["zh", "en"] as const)
        expect({ name, texts: new Set(texts.map((text) => text[language])).size }).toEqual({
          name,
          texts: texts.length,
        });
      // The unit of energy is written alike everywhere.
      if (name !== "UtilityUnit")
        expect({ name, untold: texts.filter((text) => !isTold(text)) }).toEqual({ name, untold: [] });
    }
    expect(Object.values(SCOPE_DESCRIPTIONS).filter((text) => !isTold(text))).toEqual([]);
  });

  it("stand with one service each", () => {
    const ofEnums = SERVICE_APIS.map((service) => service.enumWords);
    for (const tables of [ofEnums, services.map((service) => service.fieldWords)]) {
      const names = tables.flatMap((table) => Object.keys(table ?? {}));
      expect(names.length).toBeGreaterThan(0);
      expect(names.toSorted()).toEqual([...new Set(names)].toSorted());
    }
  });
});

describe("the fields that are on record when they are read", () => {
  type Access = { readonly scopes?: readonly Scope[] };
  const isOnRecord = (scopes: readonly Scope[]): boolean =>
    scopes.some((scope) => PERSONAL_SCOPES.includes(scope));
  const onRecord = types.filter(isObjectType).flatMap((type) => {
    if (/(?:Connection|Edge)$/.test(type.name)) return [];
    const ofType = directivesOn<Access>(type, "access").flatMap(({ scopes }) => scopes ?? []);
    return Object.values(type.getFields()).flatMap((field) => {
      const own = directivesOn<Access>(field, "access").flatMap(({ scopes }) => scopes ?? []);
      const isPersonal = directivesOn(field, "personal").length > 0;
      return isPersonal || isOnRecord([...ofType, ...own]) ? [`${type.name}.${field.name}`] : [];
    });
  });

  it("have a text in both languages each, and there is none for another", () => {
    expect(onRecord.length).toBeGreaterThan(150);
    const told = Object.entries(fieldWords).flatMap(([type, { fields }]) =>
      Object.keys(fields).map((field) => `${type}.${field}`),
    );
    expect(told.toSorted()).toEqual(onRecord.toSorted());
    const texts = Object.values(fieldWords).flatMap(({ name, fields }) => [name, ...Object.values(fields)]);
    expect(texts.filter((text) => !isTold(text))).toEqual([]);
  });

  it("are shown with their type, without the parts of lists, and as they were recorded where they are gone", () => {
    const fields = [
      "HousingFundAccount.balance",
      "InstalmentEdge.node",
      "Account.gone",
      "constructor.name",
      "Citizen.constructor",
    ];
    expect(namedFields(fields, fieldWords)).toEqual([
      {
        field: "HousingFundAccount.balance",
        name: { zh: "公积金账户：余额", en: "Housing-fund account: Balance" },
      },
      ...["Account.gone", "constructor.name", "Citizen.constructor"].map((field) => ({
        ...{ field, name: { zh: field, en: field } },
      })),
    ]);
  });
});

describe("anybody reads", () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await startPlatform();
  });
  afterAll(() => platform.stop());

  it("the texts of the enums that they name, or of all, and of scopes", async () => {
    const query = `{ some: enumTexts(names: ["BillStatus", "Unknown"]) { name values { value text { zh en } } }
      all: enumTexts { name } scopes { scope name { en } description { zh en } isPersonal } }`;
    const { data, errors } = await platform.call({ query });
    expect(errors).toEqual([]);
    expect(at(data, "some")).toMatchObject([
      { name: "BillStatus", values: [{ value: "DUE", text: { zh: "待缴", en: "Due" } }, {}, {}, {}] },
    ]);
    expect(at(data, "all")).toHaveLength(Object.keys(enumWords).length);
    expect(at(data, "scopes")).toContainEqual({
      scope: "PROFILE_READ",
      name: { en: "Name and masked number" },
      description: SCOPE_DESCRIPTIONS.PROFILE_READ,
      isPersonal: true,
    });
  });
});
