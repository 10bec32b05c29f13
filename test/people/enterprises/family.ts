import { randomUUID } from "node:crypto";
import { CLAIMS } from "../../../services/api/oidc.ts";
import { identityCheck } from "../../../services/field/identity-document.ts";
import type { CitizenId } from "../../../services/kernel/ids.ts";
import {
  type Applicant,
  newApplicant,
  newOfficer,
  receive,
  type TestOfficer,
} from "../../government/cases/casework.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";

let born = 0;

/** Somebody who was born on a day, and signs in with their proven number. */
export async function bornOn(platform: TestPlatform, day: string, name = "王小宝"): Promise<Applicant> {
  born += 1;
  const first17 = `110105${day.replaceAll("-", "")}${String(born).padStart(3, "0")}`;
  const idNumber = first17 + identityCheck(first17);
  const id: CitizenId = `ctz_${platform.ports.secrets.citizenDigest(idNumber)}`;
  const claims = { [CLAIMS.name]: name, [CLAIMS.idNumber]: idNumber, exp: Date.UTC(2060, 0, 1) / 1_000 };
  return { id, idNumber, token: await platform.tokens.sign(claims) };
}

export async function ask(
  platform: TestPlatform,
  token: string,
  query: string,
  variables: object = {},
): Promise<Json> {
  const answer = await platform.call({ token, query, variables: { ...variables } });
  if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
}

export type Numbered = Pick<Applicant, "idNumber">;

const RECORD = `mutation ($input: RecordGuardianshipInput!, $attendance: ID, $key: ID!) {
  done: recordGuardianship(input: $input, attendance: $attendance, idempotencyKey: $key) { __typename
    ... on Refusal { code message } ... on InvalidInput { path }
    ... on Authority { id until status guardian paper items } } }`;

export async function recordGuardian(
  platform: TestPlatform,
  officer: TestOfficer,
  ward: Numbered,
  guardian: Numbered,
  { present, ...more }: { readonly present?: Numbered | undefined; readonly bornOn?: string } = {},
  key: string = randomUUID(),
): Promise<Json> {
  const attendance = present && textAt(await receive(platform, officer, present.idNumber), "id");
  const input = {
    ward: { name: "王小宝", idNumber: ward.idNumber },
    guardian: { name: "王大明", idNumber: guardian.idNumber },
    ...{ relation: "PARENT", paper: "出生医学证明 T110105001", ...more },
  };
  return at(await ask(platform, officer.token, RECORD, { input, attendance, key }), "done");
}

export async function wardsOf(
  platform: TestPlatform,
  { token }: Pick<Applicant, "token">,
): Promise<readonly Json[]> {
  const query = "{ me { principals { ref name capacity items } } }";
  const found = at(await ask(platform, token, query), "me", "principals");
  return Array.isArray(found) ? found : [];
}

/** A child of seven with their parent, by the register, and the parent's own reference for the child. */
export async function family(platform: TestPlatform) {
  const registrar = await newOfficer(platform, { roles: ["REGISTRAR"] });
  const year = Number(platform.clock.now().slice(0, 4)) - 10;
  const [child, parent] = [await bornOn(platform, `${year}-01-01`), await newApplicant(platform)];
  const kept = await recordGuardian(platform, registrar, child, parent);
  if (at(kept, "__typename") !== "Authority") throw new Error(JSON.stringify(kept));
  const [ward = null] = await wardsOf(platform, parent);
  return { child, parent, ref: textAt(ward, "ref") };
}
