import { getNamedType, isInputObjectType, isObjectType } from "graphql";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { identityCheck } from "../../../services/field/identity-document.ts";
import type { CitizenId } from "../../../services/kernel/ids.ts";
import { newIdNumber } from "../../support/made-up.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import { schema } from "../../support/schema.ts";
import { yuan } from "../housing-fund/records.ts";
import { caseOf, grantByPeople, startCasework } from "./casework.ts";
import {
  applyForRent,
  confirmSpouse,
  drawingsOf,
  listAt,
  marriedTo,
  newCouple,
  newSaver,
  rulingOf,
  type Saver,
  takeBackSpouse,
} from "./savers.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startCasework();
});
beforeEach(() => platform.clock.set("2026-03-02T02:00:00.000Z"));
afterAll(() => platform.stop());

/**
 * Every place of the schema where somebody can type an identity number or a credit code, and why that tells them nothing
 * of another: OFFICER, for only officers may; GUESSED, for a wrong one counts against the caller; STANDING, for whoever may
 * not act for them is answered as if there were none; UNREAD, for nothing is looked up; PUBLIC, for it tells no more than that
 * an enterprise is in the register, which everybody may read.
 */
const PLACES: Readonly<Record<string, "OFFICER" | "GUESSED" | "STANDING" | "UNREAD" | "PUBLIC">> = {
  "AddPayoutAccountInput.idNumber": "GUESSED",
  "AddPayoutAccountInput.person": "STANDING",
  "ApplicationForInput.citizen": "STANDING",
  "ApplicationForInput.enterprise": "STANDING",
  "ApplicationForInput.person": "STANDING",
  "ApplyForPartnershipInput.creditCode": "PUBLIC",
  "BindWalletKeyInput.idNumber": "GUESSED",
  "CardReadInput.idNumber": "OFFICER",
  "EndGuardianshipInput.guardianIdNumber": "OFFICER",
  "EndGuardianshipInput.wardIdNumber": "OFFICER",
  "GrantAuthorityInput.enterprise": "STANDING",
  "LicenceIssuerInput.creditCode": "OFFICER",
  "LicenceTermsInput.holderCreditCode": "OFFICER",
  "Mutation.checkPayoutAccount(idNumber)": "GUESSED",
  "Mutation.confirmHousingFundSpouse(idNumber)": "UNREAD",
  "Mutation.receiveTicket(idNumber)": "OFFICER",
  "NamedPersonInput.idNumber": "UNREAD",
  "OfferLicenceInput.idNumber": "GUESSED",
  "Query.searchApplications(creditCode)": "OFFICER",
  "RecordEnterpriseInput.creditCode": "OFFICER",
  "RecordOwnLabourInput.idNumber": "OFFICER",
  "RecordWrittenAuthorityInput.enterprise": "OFFICER",
  "RecordWrittenAuthorityInput.person": "OFFICER",
  "TakeTicketInput.idNumber": "OFFICER",
  "TrustedIssuerInput.creditCode": "OFFICER",
};

const NAMES_SOMEBODY = /idNumber|creditCode|enterprise|^person$|^citizen$/i;

const placesIn = Object.values(schema.getTypeMap()).flatMap((type) => {
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).flatMap(({ name, type: of }) =>
      NAMES_SOMEBODY.test(name) && !isInputObjectType(getNamedType(of)) ? [`${type.name}.${name}`] : [],
    );
  }
  if (!isObjectType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) =>
    field.args
      .filter(({ name }) => NAMES_SOMEBODY.test(name))
      .map(({ name }) => `${type.name}.${field.name}(${name})`),
  );
});

it("every place where somebody else's number can be typed is decided", () => {
  expect(placesIn.toSorted()).toEqual(Object.keys(PLACES).toSorted());
});

/** People of whom the platform knows much, little or nothing. */
const OTHERS: Readonly<Record<string, () => Promise<Pick<Saver, "idNumber">>>> = {
  "nobody whom it knows": async () => ({ idNumber: newIdNumber() }),
  "somebody with an account": () => newSaver(platform),
  "somebody whose account is empty and closed": () =>
    newSaver(platform, { account: { status: "CLOSED", balance: yuan("0.00") } }),
  "somebody who has drawn all of this month's cap": async () => {
    const other = await newSaver(platform);
    await applyForRent(platform, other);
    return other;
  },
  "somebody who has drawn for a household with another": async () => {
    const [other, spouse] = await newCouple(platform);
    await applyForRent(platform, other, marriedTo(spouse));
    await applyForRent(platform, spouse, marriedTo(other));
    return other;
  },
};

/** All that an applicant can learn of an application that names this person as the spouse. */
async function learnt(of: Pick<Saver, "idNumber">, isConfirmedByMe = false): Promise<Json> {
  const wang = await newSaver(platform);
  const named = { ...wang, ...of };
  if (isConfirmedByMe) await confirmSpouse(platform, wang, named);
  const applied = await applyForRent(platform, wang, { ...marriedTo(named), monthlyRent: "2500.00" });
  const id = textAt(applied, "id");
  const ruling = await rulingOf(platform, wang, applied);
  const before = await caseOf(platform, wang.token, id);
  await grantByPeople(platform, id);
  return {
    ruling,
    status: textAt(before, "status"),
    drawn: await drawingsOf(platform, wang),
    entries: listAt(await caseOf(platform, wang.token, id), "availableActions"),
  };
}

describe("a spouse who has not confirmed the applicant", () => {
  it("is left to a person, and what is paid then is by the applicant's own records", async () => {
    expect(await learnt(await newSaver(platform))).toMatchObject({
      ruling: {
        outcome: "ROUTED",
        checks: { household: "UNCLEAR", "household-rent": "UNCLEAR", "something-to-draw": "PASSED" },
        inputs: { "facts.housingFund.drawableFen": "200000" },
      },
      ...{ status: "SUBMITTED", drawn: ["2000.00"] },
    });
  });

  it.each(Object.entries(OTHERS))("tells the applicant nothing: %s", async (_, make) => {
    expect(await learnt(await make())).toEqual(await learnt({ idNumber: newIdNumber() }));
  });

  it("does so though the applicant says that they are married, too", async () => {
    const drawn = await newSaver(platform);
    await applyForRent(platform, drawn);
    expect(await learnt(drawn, true)).toEqual(await learnt({ idNumber: newIdNumber() }, true));
  });

  it("and is not touched by it: nobody is held up by whoever names them", async () => {
    const other = await newSaver(platform);
    await learnt(other);
    expect(await applyForRent(platform, other)).toMatchObject({ status: "DELIVERED" });
    expect(await drawingsOf(platform, other)).toEqual(["2000.00"]);
  });
});

describe("a spouse below the age of marriage", () => {
  it.each([
    ["110105", "20040303", "001", "SPOUSE_TOO_YOUNG"],
    ["110105", "20040302", "001", undefined],
    ["110105", "20060303", "002", "SPOUSE_TOO_YOUNG"],
    ["110105", "20060302", "002", undefined],
    ["810000", "20080302", "002", undefined],
  ])("is none of a citizen, who marries by the Civil Code: %s, %s, %s", async (region, born, more, code) => {
    const { token } = await newSaver(platform);
    const first17 = `${region}${born}${more}`;
    const variables = { idNumber: first17 + identityCheck(first17) };
    const query = `mutation ($idNumber: String!) { done: confirmHousingFundSpouse(idNumber: $idNumber) {
      __typename ... on InvalidInput { code path } } }`;
    const { data } = await platform.call({ token, query, variables });
    expect(at(data, "done")).toEqual(
      code ? { __typename: "InvalidInput", code, path: ["idNumber"] } : { __typename: "HousingFundSpouse" },
    );
  });

  it("leaves the application that names one to a person, though the other has confirmed it", async () => {
    const wang = await newSaver(platform);
    const first17 = "11010520080302004";
    const idNumber = first17 + identityCheck(first17);
    const id: CitizenId = `ctz_${platform.ports.secrets.citizenDigest(idNumber)}`;
    const young = { ...wang, id, idNumber, token: await platform.tokens.citizen(id) };
    await confirmSpouse(platform, young, wang);
    const applied = await applyForRent(platform, wang, marriedTo(young));
    expect(await rulingOf(platform, wang, applied)).toMatchObject({
      outcome: "ROUTED",
      checks: { household: "UNCLEAR" },
    });
  });
});

describe("a spouse who has confirmed the applicant", () => {
  it("is counted, and no amount of theirs stands in the trace", async () => {
    const [wang, li] = await newCouple(platform);
    await applyForRent(platform, li, { ...marriedTo(wang), monthlyRent: "2500.00" });
    const applied = await applyForRent(platform, wang, { ...marriedTo(li), monthlyRent: "2500.00" });
    const { outcome, inputs } = await rulingOf(platform, wang, applied);
    expect(outcome).toBe("APPROVED");
    expect(inputs).toMatchObject({
      "facts.housingFund.drawableFen": "200000",
      "facts.housingFund.isRentLeftForHousehold": "true",
    });
    expect(await drawingsOf(platform, wang)).toEqual(["500.00"]);
  });

  it("is counted no more from when they take their word back", async () => {
    const [wang, li] = await newCouple(platform);
    await takeBackSpouse(platform, li);
    const applied = await applyForRent(platform, wang, marriedTo(li));
    expect(await rulingOf(platform, wang, applied)).toMatchObject({
      outcome: "ROUTED",
      checks: { household: "UNCLEAR" },
    });
  });
});

describe("a number that is typed where nothing is looked up", () => {
  const CONFIRM = `mutation ($idNumber: String!) { done: confirmHousingFundSpouse(idNumber: $idNumber) {
    __typename ... on HousingFundSpouse { confirmedAt } ... on InvalidInput { code path } } }`;
  const AUTHORISE = `mutation ($idNumber: String!, $key: ID!) { done: grantAuthority(idempotencyKey: $key, input: {
    agent: { name: "李小红", idNumber: $idNumber }, items: [], until: "2026-12-31" }) {
    __typename ... on Authority { agentName status items } ... on InvalidInput { code path } } }`;

  it.each([
    ["confirmHousingFundSpouse", CONFIRM],
    ["grantAuthority", AUTHORISE],
  ])("is answered alike, whoever it belongs to: %s", async (_, query) => {
    const known = await newSaver(platform);
    const answers = await Promise.all(
      [known.idNumber, newIdNumber(), "110105194912310021"].map(async (idNumber) => {
        const { token } = await newSaver(platform);
        const { data } = await platform.call({
          token,
          query,
          variables: { idNumber, key: `key-${idNumber}` },
        });
        return at(data, "done");
      }),
    );
    const [ofKnown, ofUnknown, ofNobody] = answers;
    expect(ofKnown).toEqual(ofUnknown);
    expect(ofNobody).toMatchObject({ __typename: "InvalidInput", code: "ID_NUMBER_INVALID" });
  });

  it("is not one's own", async () => {
    const { token, idNumber } = await newSaver(platform);
    const { data } = await platform.call({ token, query: CONFIRM, variables: { idNumber } });
    expect(at(data, "done")).toMatchObject({ code: "SPOUSE_IS_CALLER", path: ["idNumber"] });
  });
});
