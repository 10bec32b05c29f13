import type { RegionCode } from "../field/region.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Instant } from "../kernel/runtime.ts";
import type { InvalidInputModel, RefusalModel } from "./refusal-models.ts";

/**
 * The objects that the resolvers of a schema's type are given, by the type's name; codegen maps the types to these, as
 * `service.ts` names them. A service merges its own here, so that the generated types know them all and the API knows
 * none.
 */
export interface Models {
  readonly Viewer: Actor;
  readonly Region: RegionCode;
  readonly InvalidInput: InvalidInputModel;
  readonly NotFound: RefusalModel;
  readonly NotAllowedNow: RefusalModel & {
    readonly state: string;
    readonly availableActions: readonly string[];
  };
  readonly IdempotencyMismatch: RefusalModel;
  readonly SecretNoLongerShown: RefusalModel & { readonly about: string };
  readonly OutsideJurisdiction: RefusalModel;
  readonly SameOfficer: RefusalModel;
  readonly TooManyGuesses: RefusalModel & { readonly until: Instant };
}
