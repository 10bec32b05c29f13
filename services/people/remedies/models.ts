import type { Remedies, RemedyNotice } from "./notice.ts";
import type { Place, Statement, StatementRow } from "./statement.ts";

declare module "../../api/models.ts" {
  interface Models {
    readonly Remedies: Remedies;
    readonly RemedyNotice: RemedyNotice;
    readonly RemedyPlace: Place;
    readonly RemedyStatement: Statement;
    readonly RemedyRow: StatementRow;
  }
}
