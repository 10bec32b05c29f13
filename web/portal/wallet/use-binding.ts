import { useRef, useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalBindWalletKeyMutation } from "../../shared/generated/graphql.ts";
import { resultIn } from "../../shared/graphql/result-in.ts";
import type { NotDone } from "../../shared/graphql/use-act.ts";
import { useChanges } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import type { Problem } from "../../shared/ui/problem.ts";
import { askChallenge, TOO_LATE } from "./ask-challenge.ts";
import { type DeviceKey, forgetDeviceKey, newDeviceKey, signChallenge } from "./device-keys.ts";
import type { OwnNumber } from "./own-number-form.tsx";

const NOT_YOURS: Text = {
  zh: "这不是您本人的公民身份号码，请核对。",
  en: "This is not your own identity number. Check it.",
};

const BIND = graphql(`
  mutation PortalBindWalletKey($input: BindWalletKeyInput!) {
    bindWalletKey(input: $input) {
      __typename
      ... on WalletDevice {
        id
        name
      }
      ... on Refusal {
        code
        message
      }
      ... on InvalidInput {
        path
      }
    }
  }
`);

/** The fields of the form, by their ids. */
export const FIELDS = { name: "device-name", idNumber: "device-id-number" } as const;

export type Binding = {
  readonly bind: (wish: OwnNumber) => Promise<void>;
  readonly isSending: boolean;
  /** About a field of the form. */
  readonly problems: readonly Problem[];
  /** About none. */
  readonly failure: NotDone | undefined;
  /** "full": so many devices are bound as may be; "unkept": the browser keeps no key. */
  readonly obstacle: "full" | "unkept" | undefined;
  /** The name of the device, once it is bound. */
  readonly bound: string | undefined;
};

type Bound = NonNullable<PortalBindWalletKeyMutation["bindWalletKey"]>;
type Refused = Exclude<Bound, { readonly __typename: "WalletDevice" }>;
type End = Pick<Binding, "problems" | "failure" | "obstacle" | "bound">;

const NOTHING: End = { problems: [], failure: undefined, obstacle: undefined, bound: undefined };

/** Binds this browser to the reader: makes its key, proves that it has it, and has the platform know it. */
export function useBinding(): Binding {
  const { say } = useTexts();
  const { send } = useChanges();
  const [end, setEnd] = useState(NOTHING);
  const [isSending, setSending] = useState(false);
  // A wish that is sent again, for its answer was lost, is about the same key.
  const made = useRef<DeviceKey>(undefined);

  async function bindOnce(name: string, idNumber: string): Promise<End> {
    try {
      made.current ??= await newDeviceKey();
    } catch {
      return { ...NOTHING, obstacle: "unkept" };
    }
    const key = made.current;
    const asked = await askChallenge();
    if (asked.kind === "trouble") return { ...NOTHING, failure: asked };
    const { challenge } = asked.result;
    const { publicKey } = key.signer;
    const proof = await signChallenge(key, challenge);
    const answer = await send(BIND, { input: { publicKey, name, challenge, proof, idNumber } });
    const came = resultIn(answer, "bindWalletKey");
    if (came.kind === "trouble") return { ...NOTHING, failure: came };
    if (came.result.__typename === "WalletDevice") return { ...NOTHING, bound: came.result.name };
    made.current = undefined;
    await forgetDeviceKey(key.keyId);
    return (
      endOf(came.result, say(NOT_YOURS)) ?? {
        ...NOTHING,
        failure: { kind: "refused", message: say(TOO_LATE) },
      }
    );
  }

  async function bind({ name, idNumber }: OwnNumber): Promise<void> {
    if (isSending) return;
    setSending(true);
    setEnd(await bindOnce(name.trim(), idNumber.trim().toUpperCase()).finally(() => setSending(false)));
  }

  return { ...end, bind, isSending };
}

/** The refusal where it belongs; undefined for one that only tells that nothing was proven in time. */
function endOf(refused: Refused, notYours: string): End | undefined {
  const { code, message } = refused;
  const at = (field: keyof typeof FIELDS, text: string): End => ({
    ...NOTHING,
    problems: [{ field: FIELDS[field], text }],
  });
  if (code === "WALLET_DEVICES_FULL") return { ...NOTHING, obstacle: "full" };
  if (code === "ID_NUMBER_NOT_THEIRS") return at("idNumber", notYours);
  if (refused.__typename === "TooManyGuesses") return at("idNumber", message);
  const [, field] = refused.path;
  return field === "name" || field === "idNumber" ? at(field, message) : undefined;
}
