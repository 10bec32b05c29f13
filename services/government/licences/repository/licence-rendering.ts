import { dateAt } from "../../../kernel/civil-date.ts";
import type { Language } from "../../../kernel/message.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { Settings } from "../../../kernel/settings.ts";
import type { RenderedStatus, Rendering } from "../rendering/rendering.ts";
import {
  type ElectronicLicence,
  type ElectronicLicenceStatus,
  identifierOf,
  statusOf,
} from "./electronic-licence.ts";
import { typeOf } from "./find-held-licences.ts";
import { regionTextOf } from "./licence-fields.ts";
import type { Repository } from "./repository-store.ts";

type DrawPorts = Pick<Repository, "database"> & {
  readonly now: Instant;
  readonly config: Pick<Settings, "siteOrigin">;
};

/**
 * The address at which anybody verifies an identifier, or the identifier itself on a stage that has no pages. It stands behind
 * the "#", which no server logs: in many a licence's number its holder's own number stands.
 */
const verifyAt = (origin: string | undefined, identifier: string): string =>
  origin === undefined ? identifier : `${origin}/verify#${identifier}`;

const STATUSES = {
  VALID: "VALID",
  SUSPENDED: "SUSPENDED",
  EXPIRED: "EXPIRED",
  CANCELLED: "INVALID",
  REVOKED: "INVALID",
} as const satisfies Record<ElectronicLicenceStatus, RenderedStatus>;

/** The page of a licence for people as it stands now, without its SENSITIVE fields; that of a copy with its own. */
export async function findRendering(
  { database, now, config }: DrawPorts,
  licence: ElectronicLicence,
  language: Language,
  ofCopy: Pick<Rendering, "fields" | "copy"> = {},
): Promise<Rendering> {
  const { number, current } = licence;
  const identifier = identifierOf(licence);
  const { content, issuer, issuedOn, validUntil } = current;
  return {
    version: {
      ...{ identifier, number, content, issuer, issuedOn, validUntil },
      type: await typeOf({ database }, licence),
    },
    ...{ language, madeAt: now, status: STATUSES[statusOf(licence, dateAt(now))], regionText: regionTextOf },
    ...{ verify: verifyAt(config.siteOrigin, identifier), ...ofCopy },
  };
}
