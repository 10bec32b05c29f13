import { graphql } from "../../shared/generated/gql.ts";
import type { MaterialWaysFragment } from "../../shared/generated/graphql.ts";

/** The licences that may stand for the materials of an application, and the members of the household who are asked for theirs. */
export const MATERIAL_WAYS = graphql(`
  fragment MaterialWays on Application {
    item {
      materials {
        code
        licenceOf
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
    }
  }
`);

export type MaterialWays = MaterialWaysFragment;
export type MemberAsk = NonNullable<NonNullable<MaterialWays["materials"]>[number]["ask"]>;
