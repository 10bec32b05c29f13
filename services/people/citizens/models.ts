import type { ConsentView } from "./consent.ts";
import type { ConsentRequest } from "./consent-request.ts";
import type { OfficeAccess } from "./data-access.ts";
import type { CitizenSubject } from "./find-citizen.ts";

/** The office as the person may know it: not which officer it was. */
type ReadingOffice = Pick<OfficeAccess, "roles" | "applications"> & { readonly department: string | null };

declare module "../../api/models.ts" {
  interface Models {
    readonly Citizen: CitizenSubject;
    readonly Consent: ConsentView;
    readonly ConsentRequest: ConsentRequest;
    readonly ReadingOffice: ReadingOffice;
  }
}
