import { dateAt } from "../../../services/kernel/civil-date.ts";
import type { Instant } from "../../../services/kernel/runtime.ts";
import { at, textAt } from "../../support/platform.ts";
import { sharedLicence } from "./shown-licences.ts";
import { type As, notedCase, type World } from "./world.ts";

/** How a connection is read in the world: by whom, with what in place of PAGE, and where it stands in the answer. */
export type Listed = {
  readonly as: As;
  readonly query: string;
  readonly path: readonly (string | number)[];
};

const ARGS = "first: $first, after: $after";
const PAGE = "{ edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }";
const of = (field: string, args = ""): string => `${field}(${args} ${ARGS}) ${PAGE}`;

const listed = (as: As, query: string, ...path: readonly (string | number)[]): Listed => ({
  as,
  query,
  path,
});
const mine = (as: As, field: string, args = ""): Listed =>
  listed(as, `me { ${of(field, args)} }`, "me", field);
const root = (as: As, field: string, args = ""): Listed => listed(as, of(field, args), field);

const BEIJING = 'region: "110000", within: true, department: "BJ-GA",';
const FUND = 'region: "110105", department: "BJ-GJJ",';

/** The arguments for the operator's book alone: a cursor of its settlements is of no other's. */
async function operatorsBook({ as, ask }: World): Promise<string> {
  const books = await ask(
    await as.officer("treasurer"),
    "{ settlementBooks(first: 10) { edges { cursor node { kind } } } }",
  );
  const edges = at(books, "settlementBooks", "edges");
  const listed = Array.isArray(edges) ? edges : [];
  const before = listed[listed.findIndex((edge) => textAt(edge, "node", "kind") === "OPERATOR") - 1];
  return before === undefined ? "first: 1" : `first: 1, after: "${textAt(before, "cursor")}"`;
}

/** Of the card that the citizen rides with. */
async function onCard({ as, ask }: World, field: string): Promise<Listed> {
  const cards = at(await ask(as.citizen, "{ me { transitCards { id kind } } }"), "me", "transitCards");
  const rode = (Array.isArray(cards) ? cards : []).find((card) => textAt(card, "kind") === "STANDARD");
  const query = `node(id: "${textAt(rode ?? null, "id")}") { ... on TransitCard { ${of(field)} } }`;
  return listed(as.citizen, query, "node", field);
}

/** The arguments for a day on which entries were refused. */
async function dayOfRefusals({ as, ask }: World): Promise<string> {
  const query = "{ me { transitCards { refusedEntries(first: 1) { edges { node { at } } } } } }";
  const cards = at(await ask(as.citizen, query), "me", "transitCards");
  const edges = (Array.isArray(cards) ? cards : []).flatMap((card) => at(card, "refusedEntries", "edges"));
  return `on: "${dateAt(textAt(edges[0] ?? null, "node", "at") as Instant)}",`;
}

/** Every connection of the schema by its field; a new one is missed by the test until it stands here. */
export const CONNECTIONS: Readonly<Record<string, (world: World) => Listed | Promise<Listed>>> = {
  "Application.auditTrail": async (world) => {
    const id = await notedCase(world);
    return listed(
      world.as.person,
      `node(id: "${id}") { ... on Application { ${of("auditTrail")} } }`,
      "node",
      "auditTrail",
    );
  },
  "Application.notes": async (world) => {
    const id = await notedCase(world);
    const supervisor = await world.as.officer("supervisor");
    return listed(supervisor, `node(id: "${id}") { ... on Application { ${of("notes")} } }`, "node", "notes");
  },
  "Citizen.accesses": ({ as }) => mine(as.citizen, "accesses"),
  "Citizen.applications": ({ as }) => mine(as.person, "applications"),
  "Citizen.appointments": ({ as }) => mine(as.citizen, "appointments"),
  "Citizen.licences": ({ as }) => mine(as.person, "licences"),
  "Citizen.notifications": ({ as }) => mine(as.citizen, "notifications", "unreadOnly: true,"),
  "Citizen.payments": ({ as }) => mine(as.citizen, "payments"),
  "Citizen.verifiedLicences": ({ as, ref }) =>
    listed(
      as.partner,
      `citizen(ref: "${ref}") { ${of("verifiedLicences")} }`,
      ...["citizen", "verifiedLicences"],
    ),
  "ElectronicLicence.copies": async ({ as, platform }) => {
    const { id } = await sharedLicence(platform, as.citizen);
    const query = `node(id: "${id}") { ... on ElectronicLicence { ${of("copies")} } }`;
    return listed(as.citizen, query, "node", "copies");
  },
  "ElectronicLicence.verifications": async ({ as, platform }) => {
    const { id } = await sharedLicence(platform, as.citizen);
    const query = `node(id: "${id}") { ... on ElectronicLicence { ${of("verifications")} } }`;
    return listed(as.citizen, query, "node", "verifications");
  },
  "Enterprise.applications": ({ as }) =>
    listed(as.person, `me { enterprises { ${of("applications")} } }`, "me", "enterprises", 0, "applications"),
  "Enterprise.electronicLicences": ({ as }) =>
    listed(
      as.person,
      `me { enterprises { ${of("electronicLicences")} } }`,
      ...["me", "enterprises", 0, "electronicLicences"],
    ),
  "Hall.history": async ({ as }) =>
    listed(await as.officer("hallManager"), `hall(code: "BJ-CY-01") { ${of("history")} }`, "hall", "history"),
  "Hall.serviceItems": () =>
    listed({}, `hall(code: "BJ-CY-24") { ${of("serviceItems")} }`, "hall", "serviceItems"),
  "HousingFundAccount.contributions": ({ as }) =>
    listed(as.person, `me { housingFund { ${of("contributions")} } }`, "me", "housingFund", "contributions"),
  "HousingFundLoan.instalmentPlan": ({ as }) =>
    listed(
      as.person,
      `me { housingFund { loans { ${of("instalmentPlan")} } } }`,
      ...["me", "housingFund", "loans", 0, "instalmentPlan"],
    ),
  "LedgerAccount.statement": ({ as }) =>
    listed(
      as.partner,
      `ledgerAccounts { ${of("statement", 'month: "2026-11",')} }`,
      "ledgerAccounts",
      0,
      "statement",
    ),
  "LicenceCopy.log": async ({ as, platform }) => {
    const { copy } = await sharedLicence(platform, as.citizen);
    return listed(
      as.citizen,
      `node(id: "${copy}") { ... on LicenceCopy { ${of("log")} } }`,
      ...["node", "log"],
    );
  },
  "OwnEnterprise.applications": ({ as }) =>
    listed(as.partner, `ownEnterprise { ${of("applications")} }`, "ownEnterprise", "applications"),
  "Partner.consentRequests": ({ as }) =>
    listed(
      as.representative,
      `me { partners { ${of("consentRequests")} } }`,
      ...["me", "partners", 0, "consentRequests"],
    ),
  "Partner.settlements": ({ as }) =>
    listed(
      as.representative,
      `me { partners { ${of("settlements", "kind: OPERATOR,")} } }`,
      ...["me", "partners", 0, "settlements"],
    ),
  "Principal.applications": ({ as }) =>
    listed(as.citizen, `me { principals { ${of("applications")} } }`, "me", "principals", 0, "applications"),
  "Principal.licences": ({ as }) =>
    listed(as.parent, `me { principals { ${of("licences")} } }`, "me", "principals", 0, "licences"),
  "Query.accountsOfKind": async ({ as }) =>
    root(await as.officer("treasurer"), "accountsOfKind", "kind: BILLER,"),
  "Query.bookedAppointments": async ({ as }) =>
    root(await as.officer("clerk"), "bookedAppointments", 'hall: "BJ-CY-01", day: "2026-11-24",'),
  "Query.channelDifferences": async ({ as }) => root(await as.officer("treasurer"), "channelDifferences"),
  "Query.channelSettlements": async ({ as }) =>
    root(await as.officer("treasurer"), "channelSettlements", "channel: SANDBOX,"),
  "Query.claimedSteps": async ({ as }) => root(await as.officer("reviewer"), "claimedSteps"),
  "Query.decidedApplications": async ({ as }) =>
    root(
      await as.officer("auditor"),
      "decidedApplications",
      'region: "110105", department: "BJ-GA", month: "2026-10",',
    ),
  "Query.editedItems": async ({ as }) => root(await as.officer("catalogueEditor"), "editedItems"),
  "Query.editedLicenceTypes": async ({ as }) =>
    root(await as.officer("catalogueEditor"), "editedLicenceTypes"),
  "Query.escalations": async ({ as }) => root(await as.officer("supervisor"), "escalations", BEIJING),
  "Query.evaluationsToHandle": async ({ as }) =>
    root(await as.officer("supervisor"), "evaluationsToHandle", 'region: "110105", department: "BJ-GA",'),
  "Query.evaluationsToPutRight": async ({ as }) =>
    root(await as.officer("acceptor"), "evaluationsToPutRight"),
  "Query.halls": () => root({}, "halls", 'region: "110000",'),
  "Query.heldSteps": async ({ as }) => root(await as.officer("supervisor"), "heldSteps", BEIJING),
  "Query.inspectionPlans": () => root({}, "inspectionPlans", 'region: "110000",'),
  "Query.inspectionResults": () => root({}, "inspectionResults", 'region: "110000",'),
  "Query.inspectors": async ({ as }) =>
    root(await as.officer("supervisor"), "inspectors", 'department: "BJ-SCJG",'),
  "Query.licenceTypes": () => root({}, "licenceTypes"),
  "TrustList.issuers": () => listed({}, `trustList { ${of("issuers")} }`, "trustList", "issuers"),
  "TrustList.mappings": () => listed({}, `trustList { ${of("mappings")} }`, "trustList", "mappings"),
  "Query.trustListVersions": () => root({}, "trustListVersions"),
  "Query.trustDrafts": async ({ as }) => root(await as.officer("catalogueEditor"), "trustDrafts"),
  "Query.officers": async ({ as }) =>
    root(
      await as.officer("supervisor"),
      "officers",
      'role: INSPECTOR, region: "110000", department: "BJ-SCJG",',
    ),
  "Query.overdueRectifications": async ({ as }) =>
    root(await as.officer("supervisor"), "overdueRectifications", 'region: "110000", department: "BJ-SCJG",'),
  "Query.partners": async ({ as }) => root(await as.officer("partnerManager"), "partners", "status: LIVE,"),
  "Query.pausedApplications": async ({ as }) =>
    root(await as.officer("supervisor"), "pausedApplications", BEIJING),
  "Query.payoutsOwed": async ({ as }) => root(await as.officer("treasurer"), "payoutsOwed"),
  "Query.plannedInspections": async ({ as, plan }) =>
    root(await as.officer("supervisor"), "plannedInspections", `plan: "${plan}",`),
  "Query.proposedSettlementContracts": async ({ as }) =>
    root(await as.officer("treasurer"), "proposedSettlementContracts"),
  "Query.refusedEntries": async (world) =>
    root(world.as.partner, "refusedEntries", await dayOfRefusals(world)),
  "Query.rulingObjections": async ({ as }) =>
    root(await as.officer("supervisor"), "rulingObjections", 'region: "110101", department: "BJ-GJJ",'),
  "Query.rulingsToReview": async ({ as }) => root(await as.officer("supervisor"), "rulingsToReview", FUND),
  "Query.searchApplications": async ({ as, ask }) => {
    const creditCode = at(
      await ask(as.person, "{ me { enterprises { creditCode } } }"),
      "me",
      "enterprises",
      0,
    );
    return root(
      await as.officer("supervisor"),
      "searchApplications",
      `creditCode: "${textAt(creditCode, "creditCode")}",`,
    );
  },
  "Query.serviceItems": () => root({}, "serviceItems", 'region: "110105",'),
  "Query.settlementBooks": async ({ as }) => root(await as.officer("treasurer"), "settlementBooks"),
  "Query.settlementFees": () => root({}, "settlementFees"),
  "Query.settlements": ({ as }) => root(as.partner, "settlements", "kind: OPERATOR,"),
  "Query.siteInspections": async ({ as }) => root(await as.officer("inspector"), "siteInspections"),
  "Query.workQueue": async ({ as }) => root(await as.officer("reviewer"), "workQueue", BEIJING),
  "ServiceItem.rollOutHistory": async ({ as }) =>
    listed(
      await as.officer("catalogueEditor"),
      `serviceItem(code: "BJ-GA-JZZSL-001") { ${of("rollOutHistory")} }`,
      ...["serviceItem", "rollOutHistory"],
    ),
  "Settlement.lines": async ({ as, ask }) => {
    const found = await ask(
      as.partner,
      "{ settlements(kind: OPERATOR, first: 10) { edges { node { id lineCount } } } }",
    );
    const edges = at(found, "settlements", "edges");
    const of2 = (Array.isArray(edges) ? edges : []).find((edge) => Number(at(edge, "node", "lineCount")) > 1);
    const id = textAt(of2 ?? null, "node", "id");
    return listed(as.partner, `node(id: "${id}") { ... on Settlement { ${of("lines")} } }`, "node", "lines");
  },
  "SettlementBook.settlements": async (world) =>
    listed(
      await world.as.officer("treasurer"),
      `settlementBooks(${await operatorsBook(world)}) { edges { node { ${of("settlements")} } } }`,
      ...["settlementBooks", "edges", 0, "node", "settlements"],
    ),
  "TransitCard.refusedEntries": (world) => onCard(world, "refusedEntries"),
  "TransitCard.trips": (world) => onCard(world, "trips"),
};
