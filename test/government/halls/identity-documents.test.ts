import { randomUUID } from "node:crypto";
import { getNamedType, isInputObjectType, isObjectType } from "graphql";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { identityCheck } from "../../../services/field/identity-document.ts";
import { readNow, receiveByRead, signRead } from "../../support/card-reader.ts";
import { newCreditCode } from "../../support/made-up.ts";
import { addAccount } from "../../support/payout-accounts.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import { schema } from "../../support/schema.ts";
import { newApplicant, newOfficer, RENT, saveCase, startCase } from "../cases/casework.ts";
import { newPhone, walletOf } from "../licences/wallet/wallet-world.ts";
import { HALL_READER, newClerk, startHalls } from "./hall-world.ts";

let platform: TestPlatform;
let clerk: string;
beforeAll(async () => {
  const halls = await startHalls();
  platform = halls.platform;
  clerk = halls.clerk.token;
});
beforeEach(() => platform.clock.set("2026-03-02T02:00:00.000Z"));
afterAll(() => platform.stop());

const withCheck = (first17: string): string => first17 + identityCheck(first17);

const KINDS: Readonly<Record<string, string>> = {
  "a citizen": withCheck("11010519800101123"),
  "a resident of Hong Kong": withCheck("81000019800101123"),
  "a resident of Macao": withCheck("82000019800101123"),
  "a resident of Taiwan": withCheck("83000019800101123"),
  "a foreigner by the card of 2023": withCheck("93268219800101123"),
  "a foreigner by the card of before": "CAN110080010112",
};

/** A number and what is said of it, wherever it is typed. */
const DEFECTS: Readonly<Record<string, readonly [string, RegExp]>> = {
  "17 characters": [withCheck("11010519800101123").slice(0, 17), /it has 18 characters/],
  "small letters": ["can110080010112", /capital/],
  "a letter in its middle": ["1101051980010112A1", /digits only/],
  "no region": [withCheck("00010519800101123"), /no region begins so/],
  "a residence permit of no place": [withCheck("83010019800101123"), /810000, 820000 or 830000/],
  "a day that there is not": [withCheck("81000019800230123"), /no birth date that exists/],
  "a birth tomorrow": [withCheck("11010520260303123"), /lies in the future/],
  "a wrong check character": ["932682198501010018", /last character does not fit/],
};

async function typed(
  token: string,
  operation: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<Json> {
  const call = { token, variables, headers: { "accept-language": "en" } };
  const query = `mutation ${operation} { __typename ... on Refusal { code message } } }`;
  const { data, errors } = await platform.call({ ...call, query });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return at(data, "done");
}

const NAME = "李小红";
const UNTIL = { items: [], until: "2026-12-31" };
const named = (idNumber: string) => ({ name: NAME, idNumber });
const cardOf = (idNumber: string) => signRead(HALL_READER, { idNumber, readAt: readNow(platform) });

/** A paper that names the number as its principal, or as its agent, with the other of the two at the window. */
async function onPaper(as: "person" | "agent", idNumber: string): Promise<Json> {
  const present = await newApplicant(platform);
  const { token } = await newClerk(platform);
  const begun = await receiveByRead(platform, token, cardOf(present.idNumber));
  const attendance = textAt(begun.data, "done", "id");
  const [person, agent] = as === "person" ? [idNumber, present.idNumber] : [present.idNumber, idNumber];
  return typed(
    token,
    `($input: RecordWrittenAuthorityInput!, $attendance: ID!, $key: ID!) {
      done: recordWrittenAuthority(input: $input, attendance: $attendance, idempotencyKey: $key)`,
    { input: { person, agent: named(agent), paper: "委托书 1 号", ...UNTIL }, attendance, key: randomUUID() },
  );
}

const OTHER = withCheck("11010519700101123");

async function guardianship(between: Readonly<Record<"ward" | "guardian", object>>): Promise<Json> {
  const { token } = await newOfficer(platform, { roles: ["REGISTRAR"] });
  return typed(
    token,
    `($input: RecordGuardianshipInput!, $key: ID!) {
      done: recordGuardianship(input: $input, idempotencyKey: $key)`,
    { input: { ...between, relation: "PARENT", paper: "出生证明" }, key: randomUUID() },
  );
}

async function endOf(wardIdNumber: string, guardianIdNumber: string): Promise<Json> {
  const { token } = await newOfficer(platform, { roles: ["REGISTRAR"] });
  const input = { wardIdNumber, guardianIdNumber, paper: "判决书" };
  return typed(token, "($input: EndGuardianshipInput!) { done: endGuardianship(input: $input)", { input });
}

/** Each place of the schema in which a person's number is typed, and the calls that type it there. */
const PLACES: Readonly<Record<string, readonly ((idNumber: string) => Promise<Json>)[]>> = {
  "AddPayoutAccountInput.idNumber": [
    async (idNumber) =>
      typed(
        (await newApplicant(platform)).token,
        "($input: AddPayoutAccountInput!) { done: addPayoutAccount(input: $input)",
        { input: { idNumber, name: NAME, accountNumber: "6222020200012345678" } },
      ),
  ],
  "BindWalletKeyInput.idNumber": [
    async (idNumber) => {
      const [{ bind, wishOf }, person] = [walletOf(platform), await newApplicant(platform)];
      return bind(person, await wishOf(person, await newPhone(), { idNumber }));
    },
  ],
  "CardReadInput.idNumber": [
    (idNumber) =>
      typed(
        clerk,
        "($card: CardReadInput!, $key: ID!) { done: receiveAtWindow(card: $card, idempotencyKey: $key)",
        { card: cardOf(idNumber), key: randomUUID() },
      ),
  ],
  "Mutation.checkPayoutAccount(idNumber)": [
    async (idNumber) => {
      const owner = await newApplicant(platform);
      // The sandbox cannot tell of it, so that it is asked again.
      const input = { idNumber: owner.idNumber, name: NAME, accountNumber: "6222020200012345692" };
      const id = textAt(await addAccount(platform, owner, input), "id");
      const operation = `($id: ID!, $idNumber: String!) {
        done: checkPayoutAccount(id: $id, idNumber: $idNumber, name: "${NAME}")`;
      return typed(owner.token, operation, { id, idNumber });
    },
  ],
  "Mutation.confirmHousingFundSpouse(idNumber)": [
    async (idNumber) =>
      typed(
        (await newApplicant(platform)).token,
        "($idNumber: String!) { done: confirmHousingFundSpouse(idNumber: $idNumber)",
        { idNumber },
      ),
  ],
  "Mutation.receiveTicket(idNumber)": [
    (idNumber) =>
      typed(
        clerk,
        `($idNumber: String!, $key: ID!) {
          done: receiveTicket(id: "tkt_none", idNumber: $idNumber, idempotencyKey: $key)`,
        { idNumber, key: randomUUID() },
      ),
  ],
  "NamedPersonInput.idNumber": [
    async (idNumber) =>
      typed(
        (await newApplicant(platform)).token,
        "($input: GrantAuthorityInput!, $key: ID!) { done: grantAuthority(input: $input, idempotencyKey: $key)",
        { input: { agent: named(idNumber), ...UNTIL }, key: randomUUID() },
      ),
    async (idNumber) => {
      const { token } = await newOfficer(platform, { roles: ["REGISTRAR"] });
      const of = { creditCode: newCreditCode(), name: "北京好味道餐饮有限公司", region: "110105" };
      return typed(token, "($input: RecordEnterpriseInput!) { done: recordEnterprise(input: $input)", {
        input: { ...of, legalRepresentative: named(idNumber) },
      });
    },
    (idNumber) => onPaper("agent", idNumber),
    (idNumber) => guardianship({ ward: named(idNumber), guardian: named(OTHER) }),
    (idNumber) => guardianship({ ward: named(OTHER), guardian: named(idNumber) }),
  ],
  "OfferLicenceInput.idNumber": [
    async (idNumber) =>
      typed(
        (await newApplicant(platform)).token,
        "($input: OfferLicenceInput!) { done: offerLicence(input: $input)",
        { input: { licence: "lic_none", name: "钱包", idNumber } },
      ),
  ],
  "EndGuardianshipInput.guardianIdNumber": [(idNumber) => endOf(OTHER, idNumber)],
  "EndGuardianshipInput.wardIdNumber": [(idNumber) => endOf(idNumber, OTHER)],
  "RecordOwnLabourInput.idNumber": [
    async (idNumber) => {
      const { token } = await newClerk(platform);
      return typed(
        token,
        '($input: RecordOwnLabourInput!) { done: recordOwnLabour(input: $input, attendance: "att_none")',
        { input: { idNumber, paper: "劳动合同" } },
      );
    },
  ],
  "RecordWrittenAuthorityInput.person": [(idNumber) => onPaper("person", idNumber)],
  "TakeTicketInput.idNumber": [
    (idNumber) =>
      typed(
        clerk,
        "($input: TakeTicketInput!, $key: ID!) { done: takeTicket(input: $input, idempotencyKey: $key)",
        { input: { hall: HALL_READER.hall, queue: "A", idNumber }, key: randomUUID() },
      ),
  ],
};

/** References of one's own, by which a person is named without a number. */
const REFERENCES = ["AddPayoutAccountInput.person", "ApplicationForInput.person"];

const TAKES_NUMBER = /idNumber|^person$/i;

const placesIn = Object.values(schema.getTypeMap()).flatMap((type) => {
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).flatMap(({ name, type: of }) =>
      TAKES_NUMBER.test(name) && !isInputObjectType(getNamedType(of)) ? [`${type.name}.${name}`] : [],
    );
  }
  if (!isObjectType(type)) return [];
  return Object.values(type.getFields()).flatMap(({ name, args }) =>
    args.filter((arg) => TAKES_NUMBER.test(arg.name)).map((arg) => `${type.name}.${name}(${arg.name})`),
  );
});

/** The words of a form about a number in a field of its own. */
async function inForm(idNumber: string): Promise<string> {
  const { token } = await newApplicant(platform);
  const id = textAt(await startCase(platform, token, { item: RENT }), "id");
  await saveCase(platform, token, id, { maritalStatus: "已婚", spouse: named(idNumber) });
  const query =
    "query ($id: ID!) { node(id: $id) { ... on Application { problems { code message path } } } }";
  const call = { token, query, variables: { id }, headers: { "accept-language": "en" } };
  const problems = at((await platform.call(call)).data, "node", "problems");
  const [said] = (Array.isArray(problems) ? problems : []).filter(
    (one) => String(at(one, "path")) === "form,spouse,idNumber",
  );
  return said ? textAt(said, "message") : "";
}

const CODES = ["ID_NUMBER_INVALID", "NOT_AN_ID_NUMBER"];
const isRefusal = (answer: Json) =>
  textAt(answer, "__typename") === "InvalidInput" && CODES.includes(textAt(answer, "code"));

describe("the number of an identity document", () => {
  it("is typed at these places and no others", () => {
    expect(placesIn.toSorted()).toEqual([...Object.keys(PLACES), ...REFERENCES].toSorted());
  });

  it.each(Object.entries(KINDS))("is taken at each of them: of %s", async (_, number) => {
    for (const [place, calls] of Object.entries(PLACES))
      for (const call of calls) expect([place, isRefusal(await call(number))]).toEqual([place, false]);
    expect(await inForm(number)).toBe("");
  });

  it.each(Object.entries(DEFECTS))("is refused at each of them in the same words: %s", async (_, defect) => {
    const [number, words] = defect;
    const said = new Set<string>();
    for (const [place, calls] of Object.entries(PLACES)) {
      for (const call of calls) {
        const answer = await call(number);
        expect([place, isRefusal(answer)]).toEqual([place, true]);
        said.add(textAt(answer, "message"));
      }
    }
    const [sentence = ""] = said;
    expect([...said]).toEqual([sentence]);
    expect(sentence).toMatch(words);
    expect(sentence).not.toContain(number);
    // A form adds how its field is filled in.
    expect(await inForm(number)).toContain(sentence);
  });
});
