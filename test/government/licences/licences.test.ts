import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { foodBusinessLicence } from "../../../local/demo/items/food-business-licence.ts";
import { isCreditCode } from "../../../services/field/credit-code.ts";
import { enterpriseAs } from "../../../services/field/subject.ts";
import { findValidLicence } from "../../../services/government/licences/repository/find-held-licences.ts";
import { ANONYMOUS } from "../../../services/kernel/actor.ts";
import { at, type TestPlatform, textAt } from "../../support/platform.ts";
import {
  act,
  allRounder,
  caseOf,
  mutateCase,
  newEnterprise,
  newOfficer,
  saveCase,
  startCase,
  startCasework,
  submitCase,
  type TestEnterprise,
  type TestOfficer,
} from "../cases/casework.ts";
import { runClocks } from "../cases/clocks.ts";
import { publishItem, withoutHeld } from "../catalogue/items.ts";
import {
  approve,
  askFor,
  CANCELLATION,
  FOOD,
  foodForm,
  grant,
  licenceOfCase,
  licensed,
  RENEWAL,
  reviewedFood,
  revoke,
  verified,
} from "./food-business.ts";

let platform: TestPlatform;
let enterprise: TestEnterprise;
let officer: TestOfficer;
beforeAll(async () => {
  platform = await startCasework();
});
beforeEach(async () => {
  platform.clock.set("2026-03-02T02:00:00.000Z");
  enterprise = await newEnterprise(platform, { name: "北京好味餐饮有限公司" });
  officer = await allRounder(platform);
});
afterAll(() => platform.stop());

/** The same as it was before the platform filled anything in. */
const ASKED_FOR_ITS_CODE = {
  ...foodBusinessLicence.draft,
  ...{ code: "BJ-SCJG-SPJY-009", form: withoutHeld(foodBusinessLicence.draft.form) },
};

const found = (holder: string, type = "food-business-licence") => {
  const { database, now } = platform.context(ANONYMOUS);
  if (!isCreditCode(holder)) throw new Error(`${holder} is no credit code`);
  return findValidLicence({ database, now, mode: "live" }, type, enterpriseAs(holder));
};

describe("a food-business licence", () => {
  it("is issued by the decision that grants it, for five years, and says what was applied for", async () => {
    const { number } = await licensed(platform, enterprise);
    expect(number).toMatch(/^JY2110105\d{7}$/);
    expect(await verified(platform, number)).toEqual({
      ...{
        number,
        type: "food-business-licence",
        status: "VALID",
        holderName: "北京好味餐饮有限公司",
        creditCode: enterprise.creditCode,
      },
      ...{ region: "110105", businessForm: "CATERING", activities: ["餐饮服务"] },
      ...{ issuedOn: "2026-03-02", validUntil: "2031-03-01", endedAt: null },
      renewal: { opensOn: "2030-10-22", inTimeUntil: "2031-02-10", closesOn: "2031-03-01" },
    });
    platform.clock.set("2031-03-01T15:59:59.000Z");
    expect(await verified(platform, number)).toMatchObject({ status: "VALID" });
    platform.clock.set("2031-03-01T16:00:00.000Z");
    expect(await verified(platform, number)).toMatchObject({ status: "EXPIRED" });
  });

  it("of several granted at once each has a number of its own, in order", async () => {
    const canteen = { businessType: "集中用餐单位食堂", premisesRegion: "110108" };
    const ids = await Promise.all(
      [1, 2, 3, 4].map(async () => reviewedFood(platform, await newEnterprise(platform), officer, canteen)),
    );
    await Promise.all(ids.map((id) => approve(platform, officer, id)));
    const numbers = await Promise.all(
      ids.map(async (id) => textAt(await licenceOfCase(platform, officer.token, id), "number")),
    );
    expect(numbers.map((number) => number.slice(0, 15)).sort()).toEqual(
      [1, 2, 3, 4].map((i) => `JY311010800000${i}`),
    );
  });

  it("can be verified by anybody, and nothing of a person can be read in it", async () => {
    const { number } = await licensed(platform, enterprise);
    const query = `{ __type(name: "Licence") { fields { name } } licence(number: "${number}") { premises } }`;
    const { data } = await platform.call({ query });
    expect(JSON.stringify(data)).not.toMatch(/王小明|李小红|13800138000|applied|ctz_|app_/);
    expect(await verified(platform, "JY11105050876919")).toBeNull();
    expect(await verified(platform, `${number.slice(0, -1)}x`)).toBeNull();
  });

  it("is an enterprise's: applied for in its name, under its own credit code, for a region that there is", async () => {
    const { token } = enterprise.representative;
    expect(await startCase(platform, token, { item: FOOD })).toMatchObject({ code: "ITEM_NOT_FOR_PERSONS" });
    const asked = async (changes: Readonly<Record<string, unknown>>, item = FOOD) => {
      const whose = { enterprise: enterprise.creditCode };
      const id = textAt(await startCase(platform, token, { item, for: whose }), "id");
      await saveCase(platform, token, id, foodForm(enterprise, changes));
      return submitCase(platform, token, id);
    };
    const other = await newEnterprise(platform);
    await publishItem(platform, ASKED_FOR_ITS_CODE, { "110000": "GENERAL" });
    const { code } = ASKED_FOR_ITS_CODE;
    const representative = { name: "王小明", idNumber: "11010519491231002X", mobile: "13800138000" };
    const named = { businessName: "北京好味餐饮有限公司", representative };
    expect(await asked({ ...named, creditCode: other.creditCode }, code)).toMatchObject({
      __typename: "FormIncomplete",
      problems: [{ code: "CREDIT_CODE_OF_ANOTHER", path: ["form", "creditCode"] }],
    });
    expect(await asked({ premisesRegion: "110199" })).toMatchObject({
      problems: [{ code: "LICENCE_REGION_UNKNOWN", path: ["form", "premisesRegion"] }],
    });
  });

  it("stands beside its enterprise, for whoever acts for it", async () => {
    const { number } = await licensed(platform, enterprise);
    const query = "{ me { enterprises { creditCode licences { number status } } } }";
    const { data } = await platform.call({ token: enterprise.representative.token, query });
    expect(data).toEqual({
      me: {
        enterprises: [{ creditCode: enterprise.creditCode, licences: [{ number, status: "VALID" }] }],
      },
    });
  });

  it("need not be handed in by its holder while it is valid", async () => {
    const { number, application } = await licensed(platform, enterprise);
    expect(await found(enterprise.creditCode)).toMatchObject({ number });
    expect(await found(enterprise.creditCode, "driving-licence")).toBeUndefined();
    await revoke(platform, officer, application);
    expect(await found(enterprise.creditCode)).toBeUndefined();
  });
});

describe("renewal", () => {
  const OPENS = "2030-10-22T02:00:00.000Z";

  it("is open from 90 working days before the end until the end, and said beside the field where it is not", async () => {
    const held = await licensed(platform, enterprise);
    platform.clock.set("2030-10-21T02:00:00.000Z");
    expect(await askFor(platform, enterprise, RENEWAL, held)).toMatchObject({
      __typename: "FormIncomplete",
      problems: [{ code: "LICENCE_RENEWAL_TOO_EARLY", path: ["form", "licenceNumber"] }],
    });
    platform.clock.set("2031-03-02T02:00:00.000Z");
    expect(await askFor(platform, enterprise, RENEWAL, held)).toMatchObject({
      problems: [{ code: "LICENCE_EXPIRED", path: ["form", "licenceNumber"] }],
    });
    platform.clock.set(OPENS);
    expect(await askFor(platform, enterprise, RENEWAL, held)).toMatchObject({ status: "SUBMITTED" });
  });

  it("gives five years from the decision on, under the same number, also if decided after the end", async () => {
    const held = await licensed(platform, enterprise);
    platform.clock.set("2031-02-28T02:00:00.000Z");
    const id = textAt(await askFor(platform, enterprise, RENEWAL, held), "id");
    platform.clock.set("2031-03-04T02:00:00.000Z");
    expect(await verified(platform, held.number)).toMatchObject({ status: "EXPIRED" });
    expect(await grant(platform, officer, id)).toMatchObject({ status: "DELIVERED" });
    expect(await verified(platform, held.number)).toMatchObject({
      status: "VALID",
      issuedOn: "2026-03-02",
      validUntil: "2036-03-03",
    });
    expect(await licenceOfCase(platform, enterprise.representative.token, id)).toMatchObject({
      number: held.number,
    });
  });

  /** The licence ends on 1 March 2031; the last day in time is 10 February. */
  const UNDECIDED = [
    ["2031-02-10", "2031-03-01T16:00:00.000Z", "VALID", "2036-03-01", "GRANTED"],
    // However late the clock comes to it.
    ["2030-10-22", "2031-03-04T16:00:00.000Z", "VALID", "2036-03-01", "GRANTED"],
    ["2031-02-11", "2031-03-01T16:00:00.000Z", "EXPIRED", "2031-03-01", "RESTS"],
  ] as const;
  it.each(UNDECIDED)(
    "that is asked for on %s and that nobody has decided is by %s a licence that is %s until %s",
    async (asked, on, status, validUntil, fate) => {
      const held = await licensed(platform, enterprise);
      platform.clock.set(`${asked}T02:00:00.000Z`);
      const id = textAt(await askFor(platform, enterprise, RENEWAL, held), "id");
      const see = async () => {
        const query = `{ node(id: "${id}") { ... on Application { status answer { because }
          decision { isDeemed ground { law article } } clock { undecided { after fate } } } } }`;
        return at((await platform.call({ token: officer.token, query })).data, "node");
      };
      expect(await see()).toMatchObject({
        ...{ status: "SUBMITTED", clock: { undecided: { after: "2031-03-01", fate } } },
        answer: { because: expect.stringContaining("2031-03-01") },
      });
      // One pass does one thing to a case.
      platform.clock.set("2031-03-01T15:59:00.000Z");
      for (let pass = 0; pass < 4; pass += 1) await runClocks(platform);
      expect(await verified(platform, held.number)).toMatchObject({ status: "VALID" });
      platform.clock.set(on);
      await runClocks(platform);
      expect(await verified(platform, held.number)).toMatchObject({ status, validUntil });
      expect(await see()).toMatchObject(
        fate === "GRANTED"
          ? {
              status: "DELIVERED",
              decision: { isDeemed: true, ground: { law: "行政许可法", article: "第五十条第二款" } },
            }
          : { status: "IN_REVIEW", decision: null },
      );
    },
  );

  it("that is decided before the end counts as nothing else, and one that is refused lets the licence end", async () => {
    const [held, other] = [await licensed(platform, enterprise), await licensed(platform, enterprise)];
    platform.clock.set("2031-02-10T02:00:00.000Z");
    await grant(platform, officer, textAt(await askFor(platform, enterprise, RENEWAL, held), "id"));
    const refused = textAt(await askFor(platform, enterprise, RENEWAL, other, "另一处经营场所"), "id");
    const refuse = `rejectApplication(id: "${refused}", reason: "不属于延续", ground: { law: "行政许可法", article: "第五十条" })`;
    await act(platform, officer, refused, "accept", refuse);
    platform.clock.set("2031-03-02T02:00:00.000Z");
    for (let pass = 0; pass < 2; pass += 1) await runClocks(platform);
    expect(await verified(platform, held.number)).toMatchObject({
      status: "VALID",
      validUntil: "2036-02-09",
    });
    expect(await verified(platform, other.number)).toMatchObject({ status: "EXPIRED" });
  });

  it("that is asked for twice renews once", async () => {
    const held = await licensed(platform, enterprise);
    platform.clock.set("2031-02-10T02:00:00.000Z");
    const first = textAt(await askFor(platform, enterprise, RENEWAL, held), "id");
    const again = textAt(await askFor(platform, enterprise, RENEWAL, held, "前一件填写有误"), "id");
    await grant(platform, officer, first);
    platform.clock.set("2031-03-02T02:00:00.000Z");
    for (let pass = 0; pass < 6; pass += 1) await runClocks(platform);
    expect(await verified(platform, held.number)).toMatchObject({
      status: "VALID",
      validUntil: "2036-02-09",
    });
    expect(await caseOf(platform, officer.token, again)).toMatchObject({ status: "IN_REVIEW" });
  });

  it("of somebody else's licence is refused as of one that nobody has", async () => {
    const held = await licensed(platform, enterprise);
    platform.clock.set(OPENS);
    const stranger = await newEnterprise(platform);
    const refusal = { problems: [{ code: "LICENCE_NOT_IN_REPOSITORY", path: ["form", "licenceNumber"] }] };
    expect(await askFor(platform, stranger, RENEWAL, held)).toMatchObject(refusal);
    const unknown = { number: "JY11105050876919" };
    expect(await askFor(platform, enterprise, RENEWAL, unknown)).toMatchObject(refusal);
  });

  it("that is revoked leaves the licence as it was before", async () => {
    const held = await licensed(platform, enterprise);
    platform.clock.set(OPENS);
    const id = textAt(await askFor(platform, enterprise, RENEWAL, held), "id");
    await grant(platform, officer, id);
    await revoke(platform, officer, id);
    expect(await verified(platform, held.number)).toMatchObject({
      status: "VALID",
      validUntil: "2031-03-01",
    });
  });
});

describe("the way from a licence to its case", () => {
  const caseBehind = async (number: string, token: string) => {
    const query = "query ($number: String!) { licence(number: $number) { application { id status } } }";
    return platform.call({ token, query, variables: { number } });
  };

  it("leads its supervisor from the number to the revocation", async () => {
    const held = await licensed(platform, enterprise);
    const supervisor = await newOfficer(platform, { roles: ["SUPERVISOR"] });
    const { data } = await caseBehind(held.number, supervisor.token);
    const id = textAt(data, "licence", "application", "id");
    expect(id).toBe(held.application);
    await revoke(platform, supervisor, id);
    expect(await verified(platform, held.number)).toMatchObject({ status: "REVOKED" });
  });

  it("is closed to who may not read the case: other jurisdictions, roles and the applicant's own", async () => {
    const { number } = await licensed(platform, enterprise);
    const elsewhere = await newOfficer(platform, { roles: ["SUPERVISOR"], region: "31" });
    const other = await newOfficer(platform, { roles: ["SUPERVISOR"], departments: ["BJ-GJJ"] });
    const own = { roles: ["SUPERVISOR"], person: enterprise.representative.id } as const;
    for (const { token } of [elsewhere, other, await newOfficer(platform, own)]) {
      const { data, errors } = await caseBehind(number, token);
      expect([data, errors]).toEqual([{ licence: { application: null } }, []]);
    }
    const clerk = await newOfficer(platform, { roles: ["WINDOW_CLERK"] });
    for (const { token } of [clerk, enterprise.representative]) {
      const { errors } = await caseBehind(number, token);
      expect(errors.map(({ extensions }) => extensions["code"])).toEqual(["FORBIDDEN"]);
    }
  });
});

describe("the end of a licence", () => {
  it("is asked for by its holder; it is cancelled with the grant, and nothing can be done with it then", async () => {
    const held = await licensed(platform, enterprise);
    const id = textAt(await askFor(platform, enterprise, CANCELLATION, held), "id");
    expect(await verified(platform, held.number)).toMatchObject({ status: "VALID" });
    await grant(platform, officer, id);
    expect(await verified(platform, held.number)).toMatchObject({
      status: "CANCELLED",
      endedAt: platform.clock.now(),
      renewal: null,
    });
    expect(await askFor(platform, enterprise, CANCELLATION, held)).toMatchObject({
      problems: [{ code: "LICENCE_ENDED" }],
    });
  });

  it("of two cancellations decided at once one is granted, and the other can only be refused", async () => {
    const held = await licensed(platform, enterprise);
    const ask = async () => textAt(await askFor(platform, enterprise, CANCELLATION, held, "重复申请"), "id");
    const ids = [await ask(), await ask()];
    for (const id of ids) {
      await act(platform, officer, id, "accept", `acceptApplication(id: "${id}")`);
      await mutateCase(platform, officer.token, `claimStep(id: "${id}", step: "decide")`);
    }
    const grants = ids.map((id) =>
      mutateCase(platform, officer.token, `approveApplication(id: "${id}", reason: "符合条件")`),
    );
    const outcomes = await Promise.all(grants);
    const refused = outcomes.filter((one) => textAt(one, "__typename") !== "Application");
    expect(refused).toMatchObject([{ code: "LICENCE_ENDED", path: ["id"] }]);
  });

  it("comes with the revocation of its grant, in the same commit", async () => {
    const { number, application } = await licensed(platform, enterprise);
    expect(await revoke(platform, officer, application)).toMatchObject({ status: "REVOKED" });
    expect(await verified(platform, number)).toMatchObject({ status: "REVOKED" });
  });

  it("shows the legal remedies against its revocation to anybody who verifies it, and none while it stands", async () => {
    const { number, application } = await licensed(platform, enterprise);
    const remedies = async () => {
      const fields =
        "against isTold reconsiderationDays authority { name { zh } } court { name { zh } } text";
      const query = `query ($number: String!) { licence(number: $number) { remedies { ${fields} } } }`;
      return at((await platform.call({ query, variables: { number } })).data, "licence", "remedies");
    };
    expect(await remedies()).toBeNull();
    await revoke(platform, officer, application);
    expect(await remedies()).toMatchObject({
      ...{ against: "REVOCATION", isTold: true, reconsiderationDays: 60 },
      ...{ authority: { name: { zh: "北京市人民政府" } }, court: { name: { zh: "有管辖权的人民法院" } } },
    });
  });
});
