import type { Partner } from "../../../kernel/actor.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { newId } from "../../../kernel/ids.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant, Runtime } from "../../../kernel/runtime.ts";
import type { Settings } from "../../../kernel/settings.ts";
import { checkText } from "../../../kernel/text.ts";
import type { PresentationRequestId } from "../ids.ts";
import { findLicenceType } from "../types/find-licence-types.ts";
import type { Invalid } from "../wallet/invalid.ts";
import { unknownIn } from "../wallet/licence-code.ts";
import { credentialIssuerAt } from "./issuer-identifier.ts";
import { newRequest, newState, requestUri } from "./presentation-request.ts";
import { type PresentationStore, putRequest } from "./presentation-store.ts";

type RequestPorts = PresentationStore & {
  readonly commit: Commit;
  readonly actor: Partner;
  readonly now: Instant;
  readonly requestId: string;
  readonly runtime: Pick<Runtime, "random">;
  readonly secrets: Pick<Secrets, "mac">;
  readonly config: Pick<Settings, "siteOrigin">;
};

/** A partner's wish, as it comes. */
export type PresentationWish = {
  /** The licence types' codes, any of which does. */
  readonly types: readonly string[];
  /** Names of fields that each of these types has. */
  readonly fields: readonly string[];
  /** As the holder reads it in their wallet. */
  readonly purpose: string;
};

export type RequestedPresentation = {
  readonly id: PresentationRequestId;
  readonly uri: string;
  readonly expiresAt: Instant;
};

const TYPES_MAX = 5;
const PURPOSE_LENGTH = { min: 1, max: 100 };

/**
 * Begins to ask wallets for a licence of one of some types, once, within five minutes. Errors: of the input by its place;
 * PLATFORM_WITHOUT_ADDRESS.
 */
export async function requestPresentation(
  ports: RequestPorts,
  wish: PresentationWish,
): Promise<Result<RequestedPresentation, Invalid | { readonly code: "PLATFORM_WITHOUT_ADDRESS" }>> {
  const { actor, now: at, requestId, mode, secrets, runtime, config, commit } = ports;
  const purpose = checkText(wish.purpose, PURPOSE_LENGTH.min, PURPOSE_LENGTH.max);
  if (!purpose.ok) return err({ ...purpose.error, path: ["purpose"] });
  const credentialIssuer = credentialIssuerAt(config.siteOrigin, mode);
  if (credentialIssuer === undefined) return err({ code: "PLATFORM_WITHOUT_ADDRESS" });
  const vcts = await vctsOf(ports, wish);
  if (!vcts.ok) return vcts;
  const id = newId("vpr", runtime);
  const state = newState(id, runtime);
  const asked = { id, partner: actor.id, vcts: vcts.value, fields: wish.fields, purpose: purpose.value };
  const request = newRequest(secrets, runtime, asked, state, at);
  const done = await commit({
    ...{ actor, at, requestId, aggregate: id, table: recordsTable(mode) },
    action: "licences.presentation.requested",
    writes: [putRequest(ports, request)],
  });
  if (!done.ok) throw new Error("a commit without conditions cannot fail one");
  return ok({ id, uri: requestUri(credentialIssuer, request, state, actor.name), expiresAt: request.until });
}

/** By these the wallets know the types. Each has to be in force, with all the fields. */
async function vctsOf(
  { database }: RequestPorts,
  { types: codes, fields }: PresentationWish,
): Promise<Result<readonly string[], Invalid>> {
  if (codes.length === 0)
    return err({ code: "LICENCE_TYPE_UNKNOWN", values: { value: "" }, path: ["types"] });
  if (codes.length > TYPES_MAX)
    return err({ code: "TOO_MANY", values: { max: String(TYPES_MAX) }, path: ["types"] });
  const types = await Promise.all(codes.map((code) => findLicenceType(code, undefined, database)));
  const vcts: string[] = [];
  for (const [i, type] of types.entries()) {
    if (!type)
      return err({ code: "LICENCE_TYPE_UNKNOWN", values: { value: codes[i] ?? "" }, path: ["types"] });
    const field = unknownIn(fields, type);
    if (field !== undefined)
      return err({ code: "LICENCE_FIELD_UNKNOWN", values: { field }, path: ["fields"] });
    vcts.push(type.vct);
  }
  return ok(vcts);
}
