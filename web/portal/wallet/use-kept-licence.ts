import { useCallback, useEffect, useState } from "react";
import { ofBase64url } from "../../shared/format/base64url.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { type NotDone, useAct } from "../../shared/graphql/use-act.ts";
import { useSession } from "../../shared/sign-in/session.ts";
import {
  forgetLicence,
  type KeptLicence,
  keepLicence,
  readLicences,
} from "../../shared/wallet/kept-licences.ts";
import { registerWorker } from "../register-worker.ts";
import { whenSeenAgain } from "../when-seen-again.ts";
import { loadPresent } from "./presentation.ts";
import type { Showable } from "./showable.ts";
import type { ThisDevice } from "./use-this-device.ts";

const CREDENTIAL = graphql(`
  mutation PortalLicenceCredential($licence: ID!, $device: ID!) {
    licenceCredential(licence: $licence, device: $device) {
      __typename
      ... on LicenceCredential {
        credential
        endsAt
      }
      ... on Refusal {
        message
      }
    }
  }
`);

/** "reading": what this device keeps is not known yet; "none": nothing of this licence for this reader. */
export type KeptState =
  | { readonly kind: "reading" | "none" }
  | { readonly kind: "ended"; readonly at: string }
  | { readonly kind: "kept"; readonly licence: KeptLicence };

export type Keeping = {
  readonly kept: KeptState;
  /** Has the licence signed for this device, and keeps it. */
  readonly keep: (licence: Showable, device: Bound) => Promise<void>;
  readonly isAsking: boolean;
  readonly failure: NotDone | undefined;
  /** The browser keeps nothing. */
  readonly isUnkept: boolean;
  readonly forget: () => Promise<void>;
};

type Bound = Extract<ThisDevice, { readonly kind: "bound" }>;

/** With less left, and a network there, the next day's is asked for. */
const RENEWED_BEFORE_MS = 12 * 3_600_000;

/** A licence on this device: as it is kept, asked for, and removed. */
export function useKeptLicence(id: string): Keeping {
  const { person } = useSession();
  const { send, isSending, failure } = useAct(CREDENTIAL);
  const [kept, setKept] = useState<KeptState>({ kind: "reading" });
  const [isUnkept, setUnkept] = useState(false);

  const look = useCallback(async () => setKept(await keptOf(id, person)), [id, person]);
  useEffect(() => {
    void look();
    // Somebody may have signed out meanwhile.
    return whenSeenAgain(look);
  }, [look]);

  async function keep({ name, number, fields }: Showable, device: Bound): Promise<void> {
    if (person === undefined) return;
    const ended = await send({ licence: id, device: device.id });
    if (ended?.kind !== "done") return;
    const { credential, endsAt } = ended.result;
    const { keyId } = device;
    const clockBehind = clockBehindOf(credential);
    try {
      await keepLicence({
        ...{ licence: id, person, keyId, credential, endsAt, name, number, clockBehind },
        fields: [...fields],
      });
    } catch {
      return setUnkept(true);
    }
    await look();
    await Promise.all([registerWorker(), loadPresent().catch(() => undefined)]);
  }

  async function forget(): Promise<void> {
    await forgetLicence(id);
    await look();
  }

  return { kept, keep, isAsking: isSending, failure, isUnkept, forget };
}

/** The next day's is to be asked for before this one ends. */
export const isToBeRenewed = (kept: KeptState): boolean =>
  kept.kind === "kept" && Date.parse(kept.licence.endsAt) - Date.now() < RENEWED_BEFORE_MS;

/** Nothing of another person: who is signed in sees their own, and who is not sees what this device was told to keep. */
async function keptOf(id: string, person: string | undefined): Promise<KeptState> {
  const licence = (await readLicences()).find((each) => each.licence === id);
  if (!licence || (person !== undefined && licence.person !== person)) return { kind: "none" };
  const { endsAt } = licence;
  return Date.parse(endsAt) <= Date.now() ? { kind: "ended", at: endsAt } : { kind: "kept", licence };
}

/** How far the clock of this device is behind that of the platform, which says when it has signed, in seconds. */
function clockBehindOf(credential: string): number {
  const [, payload = ""] = credential.split(".");
  const { iat }: { readonly iat?: unknown } = JSON.parse(ofBase64url(payload));
  return typeof iat === "number" ? Math.round(iat - Date.now() / 1_000) : 0;
}
