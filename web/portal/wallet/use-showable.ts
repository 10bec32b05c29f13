import { graphql } from "../../shared/generated/gql.ts";
import type { PortalLicenceToShowQuery } from "../../shared/generated/graphql.ts";
import { type Asked, useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { readShowable, type Showable, type Unshowable } from "./showable.ts";
import { type ThisDevice, useThisDevice } from "./use-this-device.ts";

const LICENCE = graphql(`
  query PortalLicenceToShow($id: ID!) {
    node(id: $id) {
      ... on ElectronicLicence {
        id
        number
        status
        type {
          name {
            zh
            en
          }
        }
        fields {
          name
          label {
            zh
            en
          }
          disclosure
        }
      }
    }
    me {
      id
      walletDevices {
        ...BoundDevice
      }
    }
  }
`);

type AskedShowable = {
  readonly asked: Asked<PortalLicenceToShowQuery>;
  /** As the platform says; undefined as long as it has not answered. */
  readonly licence: Showable | Unshowable | undefined;
  readonly device: ThisDevice;
};

/** A licence of the reader's that is to be shown, and whether this device shows it. */
export function useShowable(id: string): AskedShowable {
  const asked = useOwnAnswer(LICENCE, { id });
  const data = asked.answer?.ok ? asked.answer.data : undefined;
  const device = useThisDevice(data?.me?.walletDevices ?? undefined);
  return { asked, licence: data && readShowable(data.node), device };
}
