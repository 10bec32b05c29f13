import { newPhone, signText } from "../government/licences/wallet/wallet-world.ts";
import { senderOf } from "./desk-city.ts";
import { must } from "./licence-city.ts";
import type { Site } from "./site.ts";
import { OWN_NUMBER } from "./wallet-steps.ts";

const CHALLENGE = "query { walletKeyChallenge { challenge } }";
const BIND = `mutation ($input: BindWalletKeyInput!) {
  done: bindWalletKey(input: $input) { __typename ... on WalletDevice { id } ... on Refusal { message } }
}`;
const CODE = `mutation ($input: LicenceCodeInput!) {
  done: licenceCode(input: $input) { __typename ... on LicenceCode { code } ... on Refusal { message } }
}`;
const CREDENTIAL = `mutation ($licence: ID!, $device: ID!) {
  done: licenceCredential(licence: $licence, device: $device) {
    __typename ... on LicenceCredential { credential } ... on Refusal { message }
  }
}`;

/** A phone of the demo citizen's, bound to them, by which they show their licences. */
export async function holderPhone({ endpoint, demo }: Pick<Site, "endpoint" | "demo">) {
  const send = senderOf({ endpoint }, demo.citizen);
  const phone = await newPhone();
  const signed = async (): Promise<{ readonly challenge: string; readonly proof: string }> => {
    const { walletKeyChallenge } = await send<{ walletKeyChallenge: { challenge: string } }>(CHALLENGE);
    const { challenge } = walletKeyChallenge;
    return { challenge, proof: await signText(phone, challenge) };
  };
  const { publicKey } = phone;
  const input = { publicKey, name: "我的手机", idNumber: OWN_NUMBER, ...(await signed()) };
  const { id: device } = await must<{ readonly id: string }>(send, BIND, { input });
  return {
    ...phone,
    /** A code that shows these fields of a licence once. */
    codeOf: async (licence: string, fields: readonly string[]): Promise<string> => {
      const wish = { licence, device, fields, ...(await signed()) };
      return (await must<{ readonly code: string }>(send, CODE, { input: wish })).code;
    },
    /** Its copy of a licence, to be shown to those who are offline. */
    credentialOf: async (licence: string): Promise<string> =>
      (await must<{ readonly credential: string }>(send, CREDENTIAL, { licence, device })).credential,
  };
}
