import { isInterfaceType } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SERVICE_APIS } from "../../../services/app/api.ts";
import type { EventType } from "../../../services/kernel/commit/event.ts";
import { plusMs } from "../../../services/kernel/runtime.ts";
import { mutate, seedCard, seedTapSender, tapRow } from "../../convenience/transit/transit-world.ts";
import { authorise, fileCase, newApplicant, newOfficer } from "../../government/cases/casework.ts";
import { booked, callNext, local, startHalls, take } from "../../government/halls/hall-world.ts";
import { nodesAt } from "../../support/asking.ts";
import { newIdNumber } from "../../support/made-up.ts";
import { BANK_ACCOUNT, stateAccount } from "../../support/payout-accounts.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import { schema } from "../../support/schema.ts";
import { seedConsent } from "../../support/seed-consent.ts";
import { stateEnterprise } from "../../support/seed-enterprise.ts";
import { seedPartner } from "../../support/seed-partner.ts";
import { sweep } from "../../support/sweep.ts";

/** The type that each event is about, of those that `node` answers with. */
const ABOUT = {
  "card.charged": "TransitTrip",
  "transit-entitlement.granted": "TransitCard",
  "transit-entitlement.ended": "TransitCard",
  "card.credited": "TransitTrip",
  "fares.not-collected": "TransitCard",
  "bill.issued": "Bill",
  "bill.due": "Bill",
  "bill.corrected": "Bill",
  "former-bill.corrected": "Bill",
  "automatic-payment.above-ceiling": "Bill",
  "automatic-payment.given-up": "Bill",
  "utility-account.holder-changed": "UtilityAccount",
  "utility-account.holder-restored": "UtilityAccount",
  "attendance.begun": "Citizen",
  "application.submitted": "Application",
  "application.confirmation-asked": "Application",
  "application.accepted": "Application",
  "application.correction-requested": "Application",
  "application.household-answered": "Application",
  "application.material-over": "Application",
  "household.asked": "Citizen",
  "application.inspection-appointed": "Application",
  "application.inspection-reported": "Application",
  "application.reinspection-ordered": "Application",
  "application.approved": "Application",
  "application.rejected": "Application",
  "application.delivered": "Application",
  "application.extended": "Application",
  "application.overdue": "Application",
  "application.transferred": "Application",
  "application.deemed-granted": "Application",
  "application.delivery-overdue": "Application",
  "application.paused": "Application",
  "application.resumed": "Application",
  "application.pause-over": "Application",
  "application.lapsed": "Application",
  "application.lapsed-uncorrected": "Application",
  "application.appeal-answered": "Application",
  "application.revoked": "Application",
  "application.note-written": "Application",
  "application.complaint-answered": "Application",
  "licence.ends-guessed": "ElectronicLicence",
  "fund-order.drawn": "Application",
  "fund-order.not-drawn": "Application",
  "fund-order.ended": "Application",
  "appointment.booked": "Appointment",
  "appointment.moved": "Appointment",
  "appointment.cancelled": "Appointment",
  "appointment.no-show": "Appointment",
  "appointment.hall-closed": "Appointment",
  "appointment.cancelled-by-hall": "Appointment",
  "ticket.called": "Ticket",
  "inspection.rectification-ordered": "InspectionPlan",
  "evaluation.put-right": "Application",
  "evaluation.appeal-answered": "Application",
  "payment.created": "Payment",
  "payment.succeeded": "Payment",
  "payment.failed": "Payment",
  "payment.differs": "Payment",
  "payment.refunded": "Payment",
  "payment.charged-back": "Payment",
  "payment.charged-again": "Payment",
  "refund.created": "Payment",
  "payout-account.added": "PayoutAccount",
  "payout-account.proven": "PayoutAccount",
  "payout-account.removed": "PayoutAccount",
  "payout.paid": "Payout",
  "payout.refused": "Payout",
  "payout.returned": "Payout",
  "settlement.paid": "Settlement",
  "settlement.refused": "Settlement",
  "settlement.returned": "Settlement",
  "consent.granted": "Consent",
  "consent.revoked": "Consent",
  "enterprise.changed": "Enterprise",
  "authority.granted": "Authority",
  "authority.revoked": "Authority",
  "authority.ended": "Authority",
  "guardianship.recorded": "Authority",
  "guardianship.ended": "Authority",
  "own-labour.recorded": "Citizen",
  "partner.approved": "Partner",
  "partner.rejected": "Partner",
  "partner.live-granted": "Partner",
  "partner.suspended": "Partner",
  "partner.reinstated": "Partner",
  "partner.lapsed": "Partner",
  "partner.renewal-requested": "Partner",
  "partner.renewed": "Partner",
  "partner.renewal-refused": "Partner",
  "api-key.created": "Partner",
  "telephone.changed": "Citizen",
  "telephone.removed": "Citizen",
  "case.counted": "Application",
  "wallet-key.bound": "WalletDevice",
  "wallet-key.revoked": "WalletDevice",
  "licence-code.read": "ElectronicLicence",
  "licence-code.read-by-partner": "ElectronicLicence",
  "licence-code.refused": "ElectronicLicence",
  "licence-copy.shared": "LicenceCopy",
  "licence-copy.used": "LicenceCopy",
  "licence-copy.refused": "LicenceCopy",
  "licence-copy.revoked": "LicenceCopy",
} as const satisfies Record<EventType, string>;

/** The prefix by which `node` finds each of them. */
const PREFIX: Readonly<Record<(typeof ABOUT)[EventType], string>> = {
  ...{
    TransitTrip: "trp",
    TransitCard: "crd",
    Bill: "bill",
    Citizen: "ctz",
    Application: "app",
    Appointment: "apt",
    Ticket: "tkt",
  },
  ...{ InspectionPlan: "ipl", Payment: "pay", PayoutAccount: "pac", Payout: "pyo", Consent: "cns" },
  ...{ Enterprise: "ent", Authority: "aut", Partner: "ptn", UtilityAccount: "uac", Settlement: "stl" },
  ...{ WalletDevice: "wdv", ElectronicLicence: "lic", LicenceCopy: "lcp" },
};

it("is a node, of whatever kind: each has a loader and the interface", () => {
  const node = schema.getType("Node");
  if (!isInterfaceType(node)) throw new Error("nodes are an interface");
  const nodes = schema.getPossibleTypes(node).map(({ name }) => name);
  const loaded = SERVICE_APIS.flatMap(({ nodes: loaders = {} }) => Object.keys(loaders));
  expect(nodes).toEqual(expect.arrayContaining(Object.keys(PREFIX)));
  expect(loaded).toEqual(expect.arrayContaining(Object.values(PREFIX)));
});

describe("the person who is told", () => {
  let platform: TestPlatform;
  let clerk: { readonly token: string };
  beforeAll(async () => {
    ({ platform, clerk } = await startHalls());
  });
  afterAll(() => platform.stop());

  /** All that somebody is told of, with what they open by it; throws where that is not as the table says. */
  async function opened(token: string): Promise<readonly string[]> {
    await sweep(platform);
    const ask = async (query: string, variables = {}) => {
      const answer = await platform.call({ token, query, variables });
      expect(answer.errors).toEqual([]);
      return answer.data;
    };
    const told = nodesAt(
      await ask("{ me { notifications(first: 50) { edges { node { type about } } } } }"),
      "me",
      "notifications",
    );
    const ids = told.map((one) => textAt(one, "about"));
    const found: Json = at(
      await ask("query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }", { ids }),
      "nodes",
    );
    return told.map((one, i) => {
      const type = textAt(one, "type") as EventType;
      expect({ type, node: at(found, i) }).toEqual({ type, node: { __typename: ABOUT[type], id: ids[i] } });
      return type;
    });
  }

  const ago = (minutes: number) => plusMs(platform.clock.now(), -minutes * 60_000);

  it("opens trips and payments, and the payout of a card that is closed", async () => {
    const card = await seedCard(platform, "50.00");
    const { tap } = await seedTapSender(platform);
    await tap(tapRow("ENTRY", card.number, ago(40)), tapRow("EXIT", card.number, ago(10)));
    const account = await stateAccount(platform, card.holder);
    const close = `mutation { done: closeTransitCard(id: "${card.id}", payoutAccount: "${account}") {
      ... on TransitCard { payouts { id } } } }`;
    const payout = textAt(await mutate(platform, card, close), "payouts", 0, "id");
    const treasurer = await newOfficer(platform, { roles: ["TREASURER"] });
    const record = `mutation { done: recordPayout(input: { payout: "${payout}", bankReference: "ICBC-1" }) {
      ... on Payout { maskedBankAccount } } }`;
    expect(BANK_ACCOUNT).toContain(
      textAt(await mutate(platform, treasurer, record), "maskedBankAccount").slice(-4),
    );
    expect((await opened(card.token)).toSorted()).toEqual([
      "card.charged",
      "payment.succeeded",
      "payout.paid",
    ]);
    const stranger = await platform.tokens.citizen();
    const others = await platform.call({
      token: stranger,
      query: `{ payout: node(id: "${payout}") { id } me { transitCards { id } } }`,
    });
    expect(at(others.data, "payout")).toBeNull();
  });

  it("opens applications, appointments, tickets, authorities and consents", async () => {
    const [person, agent] = [await newApplicant(platform), await newApplicant(platform)];
    await fileCase(platform, person);
    await authorise(platform, person, agent);
    const partner = await seedPartner(platform, { scopes: ["CONSENT_REQUEST", "PROFILE_READ"] });
    await seedConsent(platform, partner, person.id, ["PROFILE_READ"]);
    const slot = local("2026-03-02", "10:30");
    const appointment = await booked(platform, person.token, { slot });
    await take(platform, clerk.token, { appointment });
    await callNext(platform, clerk.token, "1");
    expect(await opened(person.token)).toEqual(
      expect.arrayContaining([
        ...["application.submitted", "authority.granted", "consent.granted"],
        ...["appointment.booked", "ticket.called"],
      ]),
    );
    expect(await opened(await platform.tokens.citizen(partner.representative))).toEqual(
      expect.arrayContaining(["partner.approved", "api-key.created"]),
    );
  });

  it("opens an enterprise for which they act, and no longer once they do not", async () => {
    const before = await stateEnterprise(platform);
    const after = await stateEnterprise(platform, { creditCode: before.creditCode, idNumber: newIdNumber() });
    expect(await opened(await platform.tokens.citizen(after.representative))).toEqual(["enterprise.changed"]);
    const read = async (citizen: `ctz_${string}`) =>
      (
        await platform.call({
          token: await platform.tokens.citizen(citizen),
          query: `{ node(id: "ent_${before.creditCode}") { id ... on Enterprise { name capacity } } }`,
        })
      ).data;
    expect(await read(after.representative)).toMatchObject({ node: { capacity: "LEGAL_REPRESENTATIVE" } });
    expect(await read(before.representative)).toEqual({ node: null });
  });
});
