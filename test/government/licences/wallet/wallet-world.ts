import { deviceSigner, newDeviceKeys } from "../../../../services/government/licences/credentials/es256.ts";
import type { HolderSigner } from "../../../../services/government/licences/credentials/signing.ts";
import { base64url } from "../../../../services/kernel/base64url.ts";
import { type Asker, askerOf } from "../../../support/asking.ts";
import { typesTold } from "../../../support/notifications.ts";
import { at, type Json, type TestPlatform, textAt } from "../../../support/platform.ts";
import { type Applicant, newApplicant } from "../../cases/casework.ts";
import { issuerKeysOf } from "../issuer-keys/issuer-keys.ts";
import { done, HOLDER, itemOf, licenceOf, publishTypeWithItems } from "../repository/repository-world.ts";

const REFUSAL = "... on Refusal { code message }";
const DEVICE = "id name keyId boundAt revokedAt";
const SHOWN = `number identifier status content issuedOn validUntil shownAt
  type { code } issuer { creditCode department { code } }`;

export type Phone = HolderSigner & { readonly id: string };

export const newPhone = async (): Promise<HolderSigner> => deviceSigner(await newDeviceKeys());

export const signText = async (phone: HolderSigner, text: string): Promise<string> =>
  base64url(await phone.sign(new TextEncoder().encode(text)));

/** The calls of holders and of counters about licences on phones, through the real HTTP handler. */
export function walletOf(platform: TestPlatform) {
  const run = askerOf(platform);
  const challenge = async ({ token }: Pick<Applicant, "token">): Promise<string> =>
    textAt(await run("{ result: walletKeyChallenge { challenge expiresAt } }", {}, { token }), "challenge");
  /** The wish of a phone to be bound, but for what a test changes. */
  const wishOf = async (
    person: Applicant,
    phone: HolderSigner,
    changes: Readonly<Record<string, unknown>> = {},
  ) => {
    const asked = await challenge(person);
    const proof = await signText(phone, asked);
    const { publicKey } = phone;
    return { publicKey, name: "我的手机", challenge: asked, proof, idNumber: person.idNumber, ...changes };
  };
  const bind = ({ token }: Pick<Applicant, "token">, input: object): Promise<Json> =>
    run(
      `mutation ($input: BindWalletKeyInput!) { result: bindWalletKey(input: $input) {
        __typename ${REFUSAL} ... on InvalidInput { path } ... on WalletDevice { ${DEVICE} } } }`,
      { input },
      { token },
    );
  /** A new phone that is bound to a person. */
  const boundPhone = async (person: Applicant): Promise<Phone> => {
    const phone = await newPhone();
    const bound = await bind(person, await wishOf(person, phone));
    return { ...phone, id: textAt(bound, "id") };
  };
  const credential = (
    { token }: Pick<Applicant, "token">,
    wanted: { readonly licence: string; readonly device: string },
  ): Promise<Json> =>
    run(
      `mutation ($licence: ID!, $device: ID!) { result: licenceCredential(licence: $licence, device: $device) {
        __typename ${REFUSAL} ... on LicenceCredential { credential endsAt } } }`,
      wanted,
      { token },
    );
  const code = async (
    person: Pick<Applicant, "token">,
    phone: Phone,
    wish: { readonly licence: string; readonly fields: readonly string[] } & Readonly<
      Record<string, unknown>
    >,
  ): Promise<Json> => {
    const asked = await challenge(person);
    const input = { device: phone.id, challenge: asked, proof: await signText(phone, asked), ...wish };
    return run(
      `mutation ($input: LicenceCodeInput!) { result: licenceCode(input: $input) {
        __typename ${REFUSAL} ... on InvalidInput { path } ... on LicenceCode { code expiresAt fields } } }`,
      { input },
      person,
    );
  };
  return {
    run,
    challenge,
    wishOf,
    bind,
    boundPhone,
    credential,
    code,
    revoke: ({ token }: Pick<Applicant, "token">, id: string): Promise<Json> =>
      run(
        `mutation ($id: ID!) { result: revokeWalletKey(id: $id) {
          __typename ${REFUSAL} ... on WalletDevice { ${DEVICE} } } }`,
        { id },
        { token },
      ),
    devices: async ({ token }: Pick<Applicant, "token">): Promise<Json> =>
      at(await run(`{ result: me { walletDevices { ${DEVICE} } } }`, {}, { token }), "walletDevices"),
    /** When a code was read, as the one reads who shows it. */
    readAt: ({ token }: Pick<Applicant, "token">, shown: string): Promise<Json> =>
      run("query ($code: String!) { result: licenceCodeReadAt(code: $code) }", { code: shown }, { token }),
    redeem: (by: Asker, shown: string): Promise<Json> =>
      run(
        `mutation ($code: String!) { result: redeemLicenceCode(code: $code) {
          __typename ${REFUSAL} ... on TooManyGuesses { until } ... on ShownLicence { ${SHOWN} } } }`,
        { code: shown },
        by,
      ),
    /** The events of phones and codes that a person was told of, by name: those of one millisecond have no order. */
    told: async (person: Pick<Applicant, "token">): Promise<readonly string[]> =>
      (await typesTold(platform, person))
        .filter((type) => /^(?:wallet-key|licence-code)/.test(type))
        .toSorted(),
  };
}

/** The credit code of the authority that issues the licences of these tests (`draftOfType`). */
export const ISSUER = "11100000000013338W";

/** Publishes a type whose issuer has a key in earnest; issues licences of it. */
export async function openLicences(platform: TestPlatform, type: string) {
  await publishTypeWithItems(platform, type);
  const keys = issuerKeysOf(platform);
  await keys.agreed({ issuer: ISSUER, licenceType: type });
  const vct = `urn:test:${type}`;
  return {
    vct,
    keys,
    /** Somebody with a licence of the type, by its decision. */
    newHolder: async () => {
      const person = await newApplicant(platform);
      const application = await done(platform, person, itemOf(type, "ISSUE"), HOLDER);
      const licence = await licenceOf(platform, person);
      return { person, application, licence: textAt(licence, "id"), number: textAt(licence, "number") };
    },
    act: (person: Applicant, act: "SUSPEND" | "RESUME" | "CANCEL" | "REISSUE", number: string) =>
      done(platform, person, itemOf(type, act), { number }),
  };
}
