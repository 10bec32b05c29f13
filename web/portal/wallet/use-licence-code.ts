import { useEffect, useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import { ask } from "../../shared/graphql/ask.ts";
import { resultIn } from "../../shared/graphql/result-in.ts";
import type { NotDone } from "../../shared/graphql/use-act.ts";
import { useForgetAnswers } from "../../shared/graphql/use-answer.ts";
import { useTexts } from "../../shared/texts/text.ts";
import { useOnceFor } from "../../shared/use-once-for.ts";
import { askChallenge, TOO_LATE } from "./ask-challenge.ts";
import { signChallenge } from "./device-keys.ts";
import type { ThisDevice } from "./use-this-device.ts";

const SHOW = graphql(`
  mutation PortalLicenceCode($input: LicenceCodeInput!) {
    licenceCode(input: $input) {
      __typename
      ... on LicenceCode {
        code
      }
      ... on Refusal {
        code
        message
      }
    }
  }
`);

const READ_AT = graphql(`
  query PortalLicenceCodeReadAt($code: String!) {
    licenceCodeReadAt(code: $code)
  }
`);

/** As the platform has it (schema/licence-wallet.graphql). It is counted from before the code was asked for, so never too long. */
const LIFETIME_MS = 60_000;
/** So often the platform is asked whether the code was read, as long as it is shown. */
const EVERY_MS = 3_000;

/** A code as it is shown, and its end. It lives in the page alone. */
export type ShownCode =
  | { readonly kind: "none" | "over" | "hidden" }
  | { readonly kind: "used"; readonly at: string }
  /** `until`: by the clock of this device, in milliseconds. */
  | { readonly kind: "shown"; readonly code: string; readonly until: number };

export type LicenceCodes = {
  readonly shown: ShownCode;
  readonly show: (fields: readonly string[]) => Promise<void>;
  /** Takes it from the screen. */
  readonly hide: () => void;
  readonly isAsking: boolean;
  readonly failure: NotDone | undefined;
};

type Bound = Extract<ThisDevice, { readonly kind: "bound" }>;

/** Codes by which a counter that is online reads a licence, one after the other. */
export function useLicenceCode(licence: string, device: Bound): LicenceCodes {
  const { say } = useTexts();
  const forgetAnswers = useForgetAnswers();
  const [shown, setShown] = useState<ShownCode>({ kind: "none" });
  const [failure, setFailure] = useState<NotDone>();
  const [isAsking, setAsking] = useState(false);

  useCodeEnd(shown, setShown);
  // Those who have seen the licence are other ones then.
  useOnceFor(shown.kind === "used", forgetAnswers);

  async function showOnce(fields: readonly string[]): Promise<NotDone | undefined> {
    const asked = await askChallenge();
    if (asked.kind === "trouble") return asked;
    const { challenge } = asked.result;
    const proof = await signChallenge(device, challenge);
    const until = Date.now() + LIFETIME_MS;
    const input = { licence, device: device.id, fields: [...fields], challenge, proof };
    const came = resultIn(await ask(SHOW, { input }), "licenceCode");
    if (came.kind === "trouble") return came;
    const { result } = came;
    if (result.__typename === "LicenceCode") {
      setShown({ kind: "shown", code: result.code, until });
      return undefined;
    }
    const isLate = result.code === "WALLET_CHALLENGE_OVER" || result.code === "WALLET_KEY_UNPROVEN";
    return { kind: "refused", message: isLate ? say(TOO_LATE) : result.message };
  }

  async function show(fields: readonly string[]): Promise<void> {
    if (isAsking) return;
    setAsking(true);
    setFailure(await showOnce(fields).finally(() => setAsking(false)));
  }

  return { shown, show, isAsking, failure, hide: () => setShown({ kind: "hidden" }) };
}

/** Asks as long as a code is shown whether it was read, and ends it with its minute. */
function useCodeEnd(shown: ShownCode, end: (ended: ShownCode) => void): void {
  useEffect(() => {
    if (shown.kind !== "shown") return undefined;
    const { code, until } = shown;
    let timer: ReturnType<typeof setTimeout>;
    let isLeft = false;
    const wait = (): void => {
      timer = setTimeout(look, Math.max(0, Math.min(EVERY_MS, until - Date.now())));
    };
    const look = async (): Promise<void> => {
      const isLast = Date.now() >= until;
      const answer = await ask(READ_AT, { code });
      if (isLeft) return;
      const at = answer.ok ? answer.data.licenceCodeReadAt : null;
      if (at !== null) end({ kind: "used", at });
      else if (isLast) end({ kind: "over" });
      else wait();
    };
    wait();
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }, [shown, end]);
}
