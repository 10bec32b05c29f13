import { newPhone, signText } from "../government/licences/wallet/wallet-world.ts";
import { type Sender, senderOf } from "./desk-city.ts";
import type { Site } from "./site.ts";

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

type Done<Name extends string> = { readonly done: { readonly [field in Name]?: string } };

async function must<Name extends string>(
  send: Sender,
  [query, name]: readonly [string, Name],
  variables: Readonly<Record<string, unknown>>,
): Promise<string> {
  const { done } = await send<Done<Name>>(query, variables);
  const found = done[name];
  if (found === undefined) throw new Error(JSON.stringify(done));
  return found;
}

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
  const input = { publicKey, name: "我的手机", idNumber: "11010519491231002X", ...(await signed()) };
  const device = await must(send, [BIND, "id"], { input });
  return {
    ...phone,
    /** A code that shows these fields of a licence once. */
    codeOf: async (licence: string, fields: readonly string[]): Promise<string> =>
      must(send, [CODE, "code"], { input: { licence, device, fields, ...(await signed()) } }),
    /** Its copy of a licence, to be shown to those who are offline. */
    credentialOf: (licence: string): Promise<string> =>
      must(send, [CREDENTIAL, "credential"], { licence, device }),
  };
}
