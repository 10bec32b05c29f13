import type { Mode } from "../../../kernel/actor.ts";
import { INDEX_LAG_MAX_MS } from "../../../kernel/database/tables.ts";
import type { DocumentPath } from "../../../kernel/documents/document.ts";
import type { StaticDocument } from "../../../kernel/documents/publish-documents.ts";
import type { WorkPorts } from "../../../kernel/service-runtime.ts";
import type { LicenceSigner } from "../credentials/signing.ts";
import {
  type PackedStatuses,
  packExceptions,
  STATUS_LIST_MEDIA_TYPE,
  writeStatusList,
} from "./status-list.ts";
import { OPEN_LISTS, statusListPath, statusListUri } from "./status-place.ts";
import { listExceptions } from "./status-store.ts";

/** A revocation shows within five minutes to one who keeps the list until it is stale, however it was cached on its way. */
const STATUS_LIST_TTL_S = 300;
/**
 * Lists come every two minutes, to make them may take one, and edges keep them for one more: of those five minutes at least
 * 55 seconds are left of a list that is fetched.
 */
const MAX_AGE_S = 60;

const LISTS = [...Array(OPEN_LISTS).keys()];

type ListPorts = Pick<WorkPorts, "open" | "now"> & {
  readonly mode: Mode;
  /** The platform's own, where the lists are served. */
  readonly origin: string;
  readonly statusSigner: LicenceSigner;
};

type LastPacked = PackedStatuses & { readonly of: string };

/**
 * The status lists as documents, all of a mode. A list is signed by each run, changed or not, before the one before it is
 * stale; it is packed where it has changed since the last run in this process.
 */
export function openStatusLists(): (ports: ListPorts) => readonly StaticDocument[] {
  const packed = new Map<DocumentPath, LastPacked>();
  return (ports) =>
    LISTS.map((list) => {
      const path = statusListPath(ports.mode, list);
      return {
        ...{ path, contentType: STATUS_LIST_MEDIA_TYPE, maxAgeS: MAX_AGE_S },
        make: () => makeList(ports, list, packed),
      };
    });
}

async function makeList(
  { open, now, mode, origin, statusSigner }: ListPorts,
  list: number,
  packed: Map<DocumentPath, LastPacked>,
): Promise<string> {
  const path = statusListPath(mode, list);
  const beganMs = Date.parse(now());
  const exceptions = await listExceptions({ database: open().database, mode }, list);
  const of = exceptions.map(({ index, status }) => `${index} ${status}`).join();
  const before = packed.get(path);
  const last = before?.of === of ? before : { of, ...(await packExceptions(exceptions)) };
  packed.set(path, last);
  return writeStatusList(
    last,
    {
      list: statusListUri(origin, mode, list),
      // The index may lag behind: before that time it lacked nothing.
      issuedAt: Math.floor((beganMs - INDEX_LAG_MAX_MS) / 1_000),
      sequence: beganMs,
      ttl: STATUS_LIST_TTL_S,
    },
    statusSigner,
  );
}
