import { graphql } from "../shared/generated/gql.ts";
import type { ResultOf } from "../shared/graphql/result-of.ts";
import { type Asked, useLastingAnswer } from "../shared/graphql/use-answer.ts";

const OFFICER = graphql(`
  query DeskOfficer {
    viewer {
      id
      name
      roles
      regions {
        code
        name
      }
      departments {
        code
        name {
          zh
          en
        }
      }
    }
  }
`);

export type DeskOfficer = ResultOf<typeof OFFICER>["viewer"];

/** The officer who is signed in. Asked for once a sign-in, by the frame, and there for each page. */
export const useOfficer = (): Asked<ResultOf<typeof OFFICER>> => useLastingAnswer(OFFICER, {});
