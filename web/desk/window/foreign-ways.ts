import { graphql } from "../../shared/generated/gql.ts";
import type { DeskForeignWaysFragment } from "../../shared/generated/graphql.ts";

/** The licences of other regions that may stand for an application's materials, and those that do. */
export const FOREIGN_WAYS = graphql(`
  fragment DeskForeignWays on Application {
    item {
      materials {
        code
        licenceOf
        replacedByLicence
      }
    }
    materials {
      code
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

export type ForeignWays = DeskForeignWaysFragment;
