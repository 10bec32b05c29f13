import type { Subject } from "../../field/subject.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import type { SeenPaper } from "../citizens/index.ts";
import type { AuthorityView } from "./authority.ts";
import type { Principal } from "./look-up-standing.ts";
import type { EnterpriseView, PrincipalView } from "./read-principals.ts";

/** The enterprise that a partner is, which need not be on record. */
type OwnEnterprise = {
  readonly subject: Extract<Subject, { kind: "ENTERPRISE" }>;
  readonly name: string;
};

/** Somebody for whom a person at a window may act. */
type Represented = Principal & { readonly agent: CitizenId };

declare module "../../api/models.ts" {
  interface Models {
    readonly RepresentedSubject: Represented;
    readonly Enterprise: EnterpriseView;
    readonly OwnEnterprise: OwnEnterprise;
    readonly Principal: PrincipalView;
    readonly Authority: AuthorityView;
    readonly OwnLabour: SeenPaper;
  }
}
