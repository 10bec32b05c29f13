import { randomBytes } from "node:crypto";
import { deviceSigner, newDeviceKeys } from "../../services/government/licences/credentials/es256.ts";
import { type PresentedTo, present } from "../../services/government/licences/credentials/present.ts";
import type { HolderSigner } from "../../services/government/licences/credentials/signing.ts";
import { base64url } from "../../services/kernel/base64url.ts";
import { type Answer, type Ask, listOf, recordOf, textOf } from "../callers.ts";
import { SetupProblem } from "../setup-problem.ts";
import type { ChosenLicence } from "./chosen-licence.ts";

/** How the citizen calls the phone of a play. */
const NAME = "npm run licence";
/** The demo citizen's: the sample number of GB 11643, which belongs to nobody. */
export const ID_NUMBER = "11010519491231002X";
const NONCE_BYTES = 16;

/** A phone that is bound to the demo citizen for the time of a play. */
export type Phone = {
  readonly id: string;
  /** The licence as the phone keeps it, and until when. */
  readonly credential: (licence: ChosenLicence) => Promise<{ readonly text: string; readonly until: string }>;
  /** Offline: the licence with the shown fields, signed for one counter. */
  readonly present: (
    credential: string,
    licence: ChosenLicence,
    to: Omit<PresentedTo, "nonce"> & { readonly nonce: string },
  ) => Promise<string>;
  /** Online: a code for one counter. */
  readonly code: (licence: ChosenLicence) => Promise<string>;
  readonly revoke: () => Promise<void>;
};

/** Makes a key and binds it to the demo citizen. Ends what an earlier play has left, which was stopped before its end. */
export async function bindPhone(citizen: Ask): Promise<Phone> {
  await revokeLeft(citizen);
  const signer = await deviceSigner(await newDeviceKeys());
  const { publicKey } = signer;
  const { bindWalletKey } = await citizen(
    `mutation ($input: BindWalletKeyInput!) { bindWalletKey(input: $input) {
      ... on WalletDevice { id } ... on Refusal { message } } }`,
    { input: { ...(await proven(citizen, signer)), publicKey, name: NAME, idNumber: ID_NUMBER } },
  );
  const id = textOf(granted(bindWalletKey, "the phone is not bound")["id"]);
  return {
    id,
    credential: async (licence) => {
      const { licenceCredential } = await citizen(
        `mutation ($licence: ID!, $device: ID!) { licenceCredential(licence: $licence, device: $device) {
          ... on LicenceCredential { credential endsAt } ... on Refusal { message } } }`,
        { licence: licence.id, device: id },
      );
      const { credential, endsAt } = granted(licenceCredential, "the phone gets no credential");
      return { text: textOf(credential), until: textOf(endsAt) };
    },
    present: (credential, { shown }, to) => present(credential, shown, to, signer),
    code: async (licence) => {
      const { licenceCode } = await citizen(
        `mutation ($input: LicenceCodeInput!) { licenceCode(input: $input) {
          ... on LicenceCode { code } ... on Refusal { message } } }`,
        {
          input: {
            ...(await proven(citizen, signer)),
            ...{ licence: licence.id, device: id, fields: licence.shown },
          },
        },
      );
      return textOf(granted(licenceCode, "the phone gets no code")["code"]);
    },
    revoke: () => revoke(citizen, id),
  };
}

export const newNonce = (): string => base64url(randomBytes(NONCE_BYTES));

async function revokeLeft(citizen: Ask): Promise<void> {
  const { me } = await citizen("{ me { walletDevices { id name revokedAt } } }");
  for (const { id, name, revokedAt } of listOf(recordOf(me)["walletDevices"]))
    if (name === NAME && revokedAt === null) await revoke(citizen, textOf(id));
}

async function revoke(citizen: Ask, id: string): Promise<void> {
  const { revokeWalletKey } = await citizen(
    `mutation ($id: ID!) { revokeWalletKey(id: $id) { ... on WalletDevice { id } ... on Refusal { message } } }`,
    { id },
  );
  granted(revokeWalletKey, "the phone is not revoked");
}

/** That the phone has its key now. */
async function proven(citizen: Ask, signer: HolderSigner) {
  const { walletKeyChallenge } = await citizen("{ walletKeyChallenge { challenge } }");
  const challenge = textOf(recordOf(walletKeyChallenge)["challenge"]);
  return { challenge, proof: base64url(await signer.sign(new TextEncoder().encode(challenge))) };
}

/** The answer of a mutation, unless it refuses. */
function granted(answer: unknown, otherwise: string): Answer {
  const given = recordOf(answer);
  if (given["message"] !== undefined) throw new SetupProblem(`${otherwise}: ${textOf(given["message"])}`);
  return given;
}
