import { graphql } from "../../shared/generated/gql.ts";
import type { MaterialWaysFragment } from "../../shared/generated/graphql.ts";

/** The licences that may stand for an application's materials: of members of the household who are asked, and of other regions. */
export const MATERIAL_WAYS = graphql(`
  fragment MaterialWays on Application {
    item {
      materials {
        code
        licenceOf
        replacedByLicence
      }
    }
    materials {
      code
      ask {
        name
        maskedIdNumber
        state
        askedAt
        answeredAt
      }
      filled {
        foreignLicence {
          region
          name {
            zh
            en
          }
          issuer {
            name {
              zh
              en
            }
          }
          number
          validUntil
          verifiedAt
        }
      }
    }
  }
`);

export type MaterialWays = MaterialWaysFragment;
type MaterialWay = NonNullable<MaterialWays["materials"]>[number];
export type MemberAsk = NonNullable<MaterialWay["ask"]>;
