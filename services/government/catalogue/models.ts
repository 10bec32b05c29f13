import type { InvalidInputModel, RefusalModel } from "../../api/refusal-models.ts";
import type { EditedItem } from "./edited-item.ts";
import type { FormField } from "./forms/form-pages.ts";
import type { RollOut } from "./item-head.ts";
import type { WorkflowStep } from "./item-terms.ts";
import type { RollOutChange, Stage } from "./roll-out-change.ts";
import type { ServiceItem } from "./service-item.ts";
import type { WindowAgreement } from "./window-agreement.ts";

declare module "../../api/models.ts" {
  interface Models {
    readonly EditedItem: EditedItem;
    readonly ServiceItem: ServiceItem;
    readonly RollOut: RollOut;
    readonly RollOutChange: RollOutChange;
    readonly RollOutStageOfRegion: Stage;
    readonly WorkflowStep: WorkflowStep;
    readonly FormField: FormField;
    readonly WindowAgreement: WindowAgreement;
    readonly NotPublishable: RefusalModel & { readonly violations: readonly InvalidInputModel[] };
    readonly Violation: InvalidInputModel;
  }
}
