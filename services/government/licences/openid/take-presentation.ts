import { midnight } from "../../../kernel/civil-date.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import { decideUntilWritten } from "../../../kernel/commit/decide-until-written.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { Settings } from "../../../kernel/settings.ts";
import { agreedKeys } from "../issuer-keys/issuer-key.ts";
import { getIssuerKeys } from "../issuer-keys/issuer-key-store.ts";
import type { PublicKey } from "../issuer-keys/public-key.ts";
import { listedStatus } from "../repository/electronic-licence.ts";
import { LICENCE_STATUSES } from "../status/licence-status.ts";
import { statusListUri } from "../status/status-place.ts";
import { licenceTypeOf } from "../types/find-licence-types.ts";
import { findNamedVersion } from "../verification/find-version.ts";
import type { NamedVersion } from "../verification/verification.ts";
import type { Known } from "../verify.ts";
import { getCredentialPhone } from "../wallet/credential-phone-store.ts";
import { deviceIdOf } from "../wallet/device-key.ts";
import { partOf, shownFields } from "../wallet/licence-code.ts";
import { findShowable } from "../wallet/showable-licence.ts";
import { credentialIssuerAt } from "./issuer-identifier.ts";
import { openidAuthor } from "./openid-author.ts";
import {
  answered,
  declined,
  isOpenTo,
  type PresentationRequest,
  type Presented,
  QUERY_ID,
  requestNamedBy,
  verifierId,
} from "./presentation-request.ts";
import { changeRequest, getRequest, type PresentationStore } from "./presentation-store.ts";

export type TakePorts = PresentationStore & {
  readonly commit: Commit;
  readonly now: Instant;
  readonly requestId: string;
  readonly secrets: Pick<Secrets, "mac">;
  readonly config: Pick<Settings, "siteOrigin">;
};

/** A wallet's answer, as its form has it (OpenID4VP 1.0, 8.2 and 8.5). */
export type WalletAnswer = {
  readonly state?: string | undefined;
  readonly vp_token?: string | undefined;
  readonly error?: string | undefined;
};

type Refused = { readonly code: "invalid_request" };
const REFUSED = err<Refused>({ code: "invalid_request" });

/**
 * Takes a wallet's answer to an open request, once: a licence of this platform's that is valid now, shown by a phone that is bound now,
 * with all fields that were asked for. Of anything else the request stays open. A wallet may also decline. Errors:
 * `invalid_request`, whatever is wrong: one who sends it is not told how far it came.
 */
export async function takePresentation(
  ports: TakePorts,
  { state = "", vp_token: token, error }: WalletAnswer,
): Promise<Result<undefined, Refused>> {
  const { secrets, now, config, mode } = ports;
  const id = requestNamedBy(state);
  const request = id && (await getRequest(ports, id));
  const credentialIssuer = credentialIssuerAt(config.siteOrigin, mode);
  if (credentialIssuer === undefined || !isOpenTo(secrets, request, state, now)) return REFUSED;
  if (error !== undefined) return close(ports, request, state, undefined);
  const presented = token && (await verified(ports, request, token, credentialIssuer));
  return presented ? close(ports, request, state, presented) : REFUSED;
}

/** The valid licence in an answer; undefined where there is none. */
async function verified(
  ports: TakePorts,
  { vcts, fields, nonce }: PresentationRequest,
  token: string,
  credentialIssuer: string,
): Promise<Presented | undefined> {
  const { now } = ports;
  const { readAnswer, verifyPresentation } = await import("./wallet-protocol.ts");
  const answer = await readAnswer(token, QUERY_ID);
  const named = answer && (await findNamedVersion(ports, answer.identifier, { isStated: false }));
  if (!named) return undefined;
  const { licence, version } = named;
  const type = await licenceTypeOf(licence.type, version.typeVersion, ports.database);
  const verification = await verifyPresentation(
    answer.presentation,
    now,
    { types: vcts, binding: { audience: verifierId(credentialIssuer), nonce } },
    { ...(await knownOf(ports, named, type.vct)), algorithms: answer.algorithms },
  );
  const content = verification.verdict === "VALID" ? answer.contentIn(verification.claims) : undefined;
  if (!content) return undefined;
  const isWhole = fields.every(
    (field) => Object.hasOwn(content, field) === Object.hasOwn(version.content, field),
  );
  const phone = await findPhone(ports, named, answer.key);
  if (!isWhole || !phone) return undefined;
  // A wallet may tell more than it was asked for.
  const shown = partOf(content, shownFields(fields, type));
  return { licence: licence.id, version: version.version, ...phone, content: shown, at: now };
}

/** The bound phone of somebody who can show the licence now, with that person; undefined for any other key. */
async function findPhone(
  ports: TakePorts,
  { licence: { id: licence } }: NamedVersion,
  key: PublicKey,
): Promise<Pick<Presented, "shownBy" | "device"> | undefined> {
  const shownBy = await getCredentialPhone(ports, licence, key);
  if (!shownBy) return undefined;
  const device = deviceIdOf(ports.secrets, shownBy, key);
  const found = await findShowable(ports, shownBy, { licence, device });
  return found.ok ? { shownBy, device } : undefined;
}

/** All that a verifier knows of one version of our own: from the records, not from the lists that are published of them. */
async function knownOf(
  { database, mode, now, config }: TakePorts,
  { licence, version }: NamedVersion,
  vct: string,
): Promise<Omit<Known, "algorithms">> {
  const issuer = version.issuer.creditCode;
  const kept = await getIssuerKeys(database, { mode, issuer });
  const isCurrent = version.version === licence.current.version;
  const status = LICENCE_STATUSES.indexOf(isCurrent ? listedStatus(licence) : "SUPERSEDED");
  const uri = statusListUri(config.siteOrigin ?? "", mode, version.place.list);
  const fetchedAt = now;
  return {
    keys: { value: agreedKeys(kept ?? { keys: [] }), fetchedAt },
    trust: { value: [{ issuer, types: [{ vct, from: midnight(version.issuedOn) }] }], fetchedAt },
    statusOf: (place) =>
      place.uri === uri && place.index === version.place.index
        ? { status, sequence: 0, fetchedAt, ttlS: 0 }
        : undefined,
    // The request is closed by the commit: it takes each presentation once.
    memory: { takeOnce: () => true, highestSequence: () => 0 },
  };
}

const close = (
  ports: TakePorts,
  { id }: PresentationRequest,
  state: string,
  presented: Presented | undefined,
): Promise<Result<undefined, Refused>> => {
  const { database, mode, now: at, requestId, commit, secrets } = ports;
  return decideUntilWritten({
    database,
    about: `the presentation ${id}`,
    read: () => getRequest(ports, id),
    decide: (before) => {
      if (!isOpenTo(secrets, before, state, at)) return REFUSED;
      const after = presented ? answered(before, presented) : declined(before);
      return ok({ before, after, answer: undefined });
    },
    write: ({ before, after }) =>
      commit({
        ...{ actor: openidAuthor(mode), at, requestId, table: recordsTable(mode) },
        ...(presented
          ? { aggregate: presented.licence, action: "licences.presentation.made", reason: id }
          : { aggregate: id, action: "licences.presentation.declined" }),
        writes: [changeRequest(ports, after, before)],
      }),
  });
};
