import { useEffect, useState } from "react";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { canHaveKeys, type DeviceKey, forgetDeviceKey, readDeviceKeys } from "./device-keys.ts";

const FRAGMENT = graphql(`
  fragment BoundDevice on WalletDevice {
    id
    keyId
    revokedAt
  }
`);

/** So many devices may show a person's licences at once (schema/licence-wallet.graphql). */
export const DEVICES_MAX = 3;

/** The devices of the reader, as the platform has them; undefined as long as that is not known. */
export type Devices = readonly FragmentType<typeof FRAGMENT>[] | undefined;

/**
 * This browser, for the reader. "reading": what it keeps is not known yet; "unable": it can have no keys; "unbound": it has none
 * that is bound to the reader, for it was never bound, or its data were cleared.
 */
export type ThisDevice =
  | { readonly kind: "reading" | "unable" | "unbound" }
  | ({ readonly kind: "bound"; readonly id: string } & DeviceKey);

/** Tells whether this browser shows the reader's licences. A key that was revoked elsewhere goes from here, too. */
export function useThisDevice(of: Devices): ThisDevice {
  const devices = of?.map((one) => readFragment(FRAGMENT, one));
  const [keys, setKeys] = useState<readonly DeviceKey[]>();
  // The list as one value: an answer that says the same again changes nothing.
  const listed = JSON.stringify(devices);
  useEffect(() => {
    if (listed === undefined || !canHaveKeys()) return undefined;
    let isOver = false;
    void readDeviceKeys().then((found) => !isOver && setKeys(found));
    return () => {
      isOver = true;
    };
  }, [listed]);
  const revoked = keys?.find(({ keyId }) =>
    devices?.some((device) => device.keyId === keyId && device.revokedAt !== null),
  )?.keyId;
  useEffect(() => {
    if (revoked !== undefined) void forgetDeviceKey(revoked);
  }, [revoked]);
  if (devices === undefined) return { kind: "reading" };
  if (!canHaveKeys()) return { kind: "unable" };
  if (keys === undefined) return { kind: "reading" };
  const bound = devices.find(
    ({ keyId, revokedAt }) => revokedAt === null && keys.some((key) => key.keyId === keyId),
  );
  const key = keys.find(({ keyId }) => keyId === bound?.keyId);
  return bound && key ? { kind: "bound", id: bound.id, ...key } : { kind: "unbound" };
}
