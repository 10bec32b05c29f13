import type { RefusalModel } from "../../api/refusal-models.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { SentCode } from "./send-code.ts";
import type { Telephone } from "./telephone.ts";

declare module "../../api/models.ts" {
  interface Models {
    readonly Telephone: Telephone;
    readonly SentCode: SentCode;
    readonly TooManyCodes: RefusalModel & { readonly until: Instant };
    readonly TextNotSent: RefusalModel;
  }
}
