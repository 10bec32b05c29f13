import { graphql } from "../../shared/generated/gql.ts";
import type { DeskZonesQuery } from "../../shared/generated/graphql.ts";

export type Zone = NonNullable<DeskZonesQuery["regionZones"]>[number];

export const ZONES = graphql(`
  query DeskZones($region: RegionCode!, $top: RegionCode!) {
    regionZones(region: $region) {
      code
      name
      parent
      validFrom
      validUntil
      isInForce
    }
    regions(under: $top) {
      code
      name
    }
  }
`);

export const RECORD_ZONE = graphql(`
  mutation DeskRecordZone($input: RegionZoneInput!, $reason: String!) {
    done: recordRegionZone(input: $input, reason: $reason) {
      __typename
      ... on RegionZone {
        code
      }
      ... on Refusal {
        message
      }
      ... on InvalidInput {
        path
      }
    }
  }
`);
