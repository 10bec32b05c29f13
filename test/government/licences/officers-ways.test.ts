import {
  type GraphQLNamedType,
  type GraphQLOutputType,
  getNamedType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { directivesOn } from "../../../services/api/directives.ts";
import { ROLES } from "../../../services/kernel/actor.ts";
import { askerOf } from "../../support/asking.ts";
import { startPlatform, type TestPlatform } from "../../support/platform.ts";
import { schema } from "../../support/schema.ts";
import { newOfficer } from "../cases/casework.ts";
import { copiesOf } from "./copies/copy-world.ts";
import { openLicences } from "./wallet/wallet-world.ts";

/** The types that say something of a person's or an enterprise's licence. */
const SAYS: readonly string[] = [
  ...["ElectronicLicence", "ElectronicLicenceField", "ElectronicLicenceVersion", "Licence"],
  ...["ShownLicence", "VerifiedLicence", "VerifiedVersion", "VerifiedDetails", "StatedField"],
  ...["LicenceCopy", "SharedLicenceCopy", "UsedLicenceCopy", "LicenceCredential", "FilledLicence"],
  "RecognisedLicence",
];

/** All others by whose name one might think so: of types, keys, trust and refusals, and what leads to those above. */
const SAYS_NOTHING: readonly string[] = [
  ...["EditedLicenceType", "EditedLicenceTypeConnection", "EditedLicenceTypeEdge", "ForeignLicenceNotUsed"],
  ...["LicenceDirectoryEntry", "LicenceDirectoryItem"],
  ...["ElectronicLicenceConnection", "ElectronicLicenceEdge", "LicenceAuthority", "LicenceCode"],
  ...["LicenceCodeRefused", "LicenceCopyConnection", "LicenceCopyEdge", "LicenceCopyRefused"],
  ...["LicenceCopyUse", "LicenceCopyUseConnection", "LicenceCopyUseEdge", "LicenceCopyVerifier"],
  ...["LicenceField", "LicenceIssuer", "LicenceIssuerKey", "LicenceMapping", "LicenceMappingConnection"],
  ...[
    "LicenceMappingEdge",
    "LicenceNotShown",
    "LicenceOffer",
    "LicenceTemplate",
    "LicenceTerms",
    "LicenceType",
  ],
  ...["LicenceTypeConnection", "LicenceTypeEdge", "LicenceValidity", "LicenceVerification"],
  ...["LicenceVerificationConnection", "LicenceVerificationEdge", "TrustedLicenceType"],
  ...["VerifiedLicenceConnection", "VerifiedLicenceEdge"],
];

/** The ways by which an officer comes to one of them from something else, each with what opens it. */
const WAYS = {
  "Application.electronicLicence": "the case that has issued or changed it",
  "Application.licence": "the case; a food-business licence is public besides",
  "FilledMaterial.foreignLicence": "the case that asks for it as a material",
  "FilledMaterial.licence": "the case that asks for it as a material",
  "Mutation.redeemLicenceCode": "a code that its holder shows",
  "PlannedInspection.licence": "nothing: a food-business licence is public, and says nothing of persons",
  "Query.licence": "nothing: a food-business licence is public, and says nothing of persons",
  "Query.node": "closed: no officer is given a licence by its id",
  "Query.nodes": "closed: no officer is given a licence by its id",
  "Query.verifyLicence": "the end of its holder's number, as for anybody who is shown the licence; on record",
} as const satisfies Readonly<Record<string, string>>;

const types = Object.values(schema.getTypeMap()).filter(isObjectType);

type Access = { readonly to: readonly string[] };

const isOpen = (node: Parameters<typeof directivesOn>[0]): boolean =>
  directivesOn<Access>(node, "access").every(({ to }) => to.includes("OFFICER"));

/** The object types that a field can answer with. */
const answersOf = (type: GraphQLNamedType): readonly string[] =>
  isUnionType(type) || isInterfaceType(type)
    ? schema.getPossibleTypes(type).map(({ name }) => name)
    : [type.name];

/** The fields open to officers that lead to a licence from something else, by the directives of the schema. */
const waysOfOfficers = types
  .filter((type) => isOpen(type) && !SAYS.includes(type.name))
  .flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => isOpen(field) && leadsToLicence(field.type))
      .map((field) => `${type.name}.${field.name}`),
  );

function leadsToLicence(type: GraphQLOutputType): boolean {
  return answersOf(getNamedType(type)).some((name) => SAYS.includes(name));
}

describe("the ways of officers to a licence", () => {
  it("lead through a case that asks for it, or what its holder shows; a new one is looked at here", () => {
    expect(waysOfOfficers.toSorted()).toEqual(Object.keys(WAYS).toSorted());
  });

  it("are looked for among all types that are named after licences", () => {
    const named = types.map(({ name }) => name).filter((name) => name.includes("Licence"));
    const decided = [...SAYS, ...SAYS_NOTHING];
    expect(named.filter((name) => !decided.includes(name))).toEqual([]);
    expect(decided.filter((name) => !schema.getType(name))).toEqual([]);
  });
});

describe("an officer of all roles", () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await startPlatform();
  });
  afterAll(() => platform.stop());

  it("is given no licence and no copy by its id, and a case's licence only where the case is theirs", async () => {
    const licences = await openLicences(platform, "officers-licence");
    const { person, licence, application, number } = await licences.newHolder();
    const { id: copy } = await copiesOf(platform).shared(person, { licence });
    const run = askerOf(platform);
    const [theirs, elsewhere] = [
      await newOfficer(platform, { roles: ROLES }),
      await newOfficer(platform, { roles: ROLES, region: "31" }),
    ];
    const query = `query ($ids: [ID!]!) { result: nodes(ids: $ids) {
      __typename ... on Application { electronicLicence { number } } } }`;
    const seenBy = (by: { readonly token: string }) =>
      run(query, { ids: [licence, copy, application] }, { token: by.token });
    const found = { __typename: "Application", electronicLicence: { number } };
    expect(await seenBy(theirs)).toEqual([null, null, found]);
    expect(await seenBy(elsewhere)).toEqual([null, null, null]);
    const reads = "{ result: me { accesses(first: 10) { edges { node { reads { field } } } } } }";
    expect(JSON.stringify(await run(reads, {}, { token: person.token }))).toContain("electronicLicence");
  });
});
