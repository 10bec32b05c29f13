import type { ConsentView } from "./consent.ts";
import type { ConsentRequest } from "./consent-request.ts";
import type { CitizenSubject } from "./find-citizen.ts";

declare module "../../api/models.ts" {
  interface Models {
    readonly Citizen: CitizenSubject;
    readonly Consent: ConsentView;
    readonly ConsentRequest: ConsentRequest;
  }
}
