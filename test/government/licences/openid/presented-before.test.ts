import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { workingDaysBefore } from "../../../../services/field/working-days.ts";
import { addDays, date, dateAt, midnight } from "../../../../services/kernel/civil-date.ts";
import { plusMs } from "../../../../services/kernel/runtime.ts";
import { askerOf } from "../../../support/asking.ts";
import { at, startPlatform, type TestPlatform, textAt } from "../../../support/platform.ts";
import { seedPartner } from "../../../support/seed-partner.ts";
import {
  type Applicant,
  authorise,
  newApplicant,
  newEnterprise,
  revokeAuthority,
} from "../../cases/casework.ts";
import {
  ask,
  decide,
  HOLDER,
  itemOf,
  licenceOf,
  publishTypeWithItems,
} from "../repository/repository-world.ts";
import { ISSUER, openLicences, walletOf } from "../wallet/wallet-world.ts";
import { answerOf, directly, openidOf } from "./openid-world.ts";

const TYPE = "once-presented";
const OF_ENTERPRISES = "once-presented-shop";

let platform: TestPlatform;
let wallet: ReturnType<typeof walletOf>;
let licences: Awaited<ReturnType<typeof openLicences>>;
let openid: ReturnType<typeof openidOf>;
beforeAll(async () => {
  platform = await startPlatform();
  wallet = walletOf(platform);
  licences = await openLicences(platform, TYPE);
  await publishTypeWithItems(platform, OF_ENTERPRISES, { holderKind: "ENTERPRISE" });
  await licences.keys.agreed({ issuer: ISSUER, licenceType: OF_ENTERPRISES });
  openid = openidOf(platform, directly(platform));
});
afterAll(() => platform.stop());

/** Somebody whose phone has presented a licence just now, and the partner that reads it. */
async function presented(person: Applicant, licence: string, type = TYPE) {
  const { liveKey: apiKey } = await seedPartner(platform, { scopes: ["LICENCE_CODES"] });
  const phone = await wallet.boundPhone(person);
  const credential = textAt(await wallet.credential(person, { licence, device: phone.id }), "credential");
  const asked = await openid.requested({ apiKey }, { types: [type], fields: ["trade"] });
  const answer = await answerOf({ credential, phone }, asked, platform.clock.now());
  expect(await openid.answer(answer)).toMatchObject({ status: 200 });
  return { person, licence, phone, read: () => openid.read({ apiKey }, textAt(asked, "id")) };
}

async function presentedOwn() {
  const { person, licence, number } = await licences.newHolder();
  return { ...(await presented(person, licence)), number };
}

const OVER = { __typename: "PresentationNotRead", code: "PRESENTATION_OVER" };

describe("a licence that was presented is read no more", () => {
  it("once the phone was revoked", async () => {
    const { person, phone, read } = await presentedOwn();
    await wallet.revoke(person, phone.id);
    expect(await read()).toMatchObject(OVER);
  });

  it("once it was suspended, cancelled or issued anew", async () => {
    for (const act of ["SUSPEND", "CANCEL", "REISSUE"] as const) {
      const { person, number, read } = await presentedOwn();
      await licences.act(person, act, number);
      expect([act, await read()]).toMatchObject([act, OVER]);
    }
  });

  it("once the one who has shown it acts no more for the enterprise whose it is", async () => {
    const { creditCode: enterprise, representative } = await newEnterprise(platform);
    const [agent, another] = [await newApplicant(platform), await newApplicant(platform)];
    const until = addDays(dateAt(platform.clock.now()), 30);
    const authority = textAt(await authorise(platform, representative, agent, { enterprise, until }), "id");
    await authorise(platform, representative, another, { enterprise, until });
    const issue = await ask(platform, representative, itemOf(OF_ENTERPRISES, "ISSUE"), HOLDER, enterprise);
    const application = textAt(issue, "id");
    await decide(platform, application);
    const query = `{ result: node(id: "${application}") { ... on Application { electronicLicence { id } } } }`;
    const of = await askerOf(platform)(query, {}, representative);
    const licence = textAt(at(of, "electronicLicence"), "id");
    const [shown, shownByAnother] = [
      await presented(agent, licence, OF_ENTERPRISES),
      await presented(another, licence, OF_ENTERPRISES),
    ];
    await revokeAuthority(platform, representative.token, authority);
    expect(await shown.read()).toMatchObject(OVER);
    expect(await shownByAnother.read()).toMatchObject({ __typename: "ShownLicence", status: "VALID" });
  });
});

describe("the end of a licence that was presented the minute before", () => {
  /** Somebody whose licence ends a minute from now. */
  async function aMinuteBeforeTheEnd({ renews }: { readonly renews: boolean }) {
    const { person, licence, number } = await licences.newHolder();
    const end = date(textAt(await licenceOf(platform, person), "validUntil"));
    if (renews) {
      platform.clock.set(plusMs(midnight(workingDaysBefore(end, 60)), 36_000_000));
      await ask(platform, person, itemOf(TYPE, "RENEW"), { number });
    }
    platform.clock.set(plusMs(midnight(addDays(end, 1)), -60_000));
    return presented(person, licence);
  }

  it("is the end of its presentation", async () => {
    const { read } = await aMinuteBeforeTheEnd({ renews: false });
    platform.clock.advance(60_000);
    expect(await read()).toMatchObject(OVER);
  });

  it("is none where its renewal counts as granted from then on", async () => {
    const { read } = await aMinuteBeforeTheEnd({ renews: true });
    platform.clock.advance(60_000);
    expect(await read()).toMatchObject({ __typename: "ShownLicence", status: "VALID" });
  });
});
