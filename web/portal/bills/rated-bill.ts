import { graphql } from "../../shared/generated/gql.ts";

/** A bill with what was used, tier by tier. */
export const RATED_BILL = graphql(`
  fragment RatedBill on Bill {
    id
    from
    to
    amount
    status
    ...BillNotes
    rating {
      usage
      lines {
        kind
        tier
        usage
      }
    }
  }
`);
