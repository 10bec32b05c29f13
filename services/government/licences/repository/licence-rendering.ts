import { dateAt } from "../../../kernel/civil-date.ts";
import type { Language } from "../../../kernel/message.ts";
import type { Instant } from "../../../kernel/runtime.ts";
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
};

const STATUSES = {
  VALID: "VALID",
  SUSPENDED: "SUSPENDED",
  EXPIRED: "EXPIRED",
  CANCELLED: "INVALID",
  REVOKED: "INVALID",
} as const satisfies Record<ElectronicLicenceStatus, RenderedStatus>;

/** The page of a licence for people as it stands now, without its SENSITIVE fields; that of a copy with its own. */
export async function findRendering(
  { database, now }: DrawPorts,
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
    // No page verifies an identifier for everybody yet: an address would lead to none.
    ...{ verify: identifier, ...ofCopy },
  };
}
