import type { Mode } from "../../kernel/actor.ts";
import {
  type Published,
  publishDocuments,
  type StaticDocument,
} from "../../kernel/documents/publish-documents.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { WorkPorts } from "../../kernel/service-runtime.ts";
import { openStatusLists } from "./status/publish-status-lists.ts";
import { statusSigner } from "./status/status-signer.ts";

type PublishLicenceDocuments = (ports: WorkPorts, mode: Mode, until: Instant) => Promise<Published>;

/**
 * Publishes what everybody may read of licences, so that verifiers ask no server whom they verify. A platform that is told of
 * no origin of its own has no address to give them, and publishes nothing. Opened once for each process.
 */
export function openLicenceDocuments(): PublishLicenceDocuments {
  const statusLists = openStatusLists();
  return (ports, mode, until) => {
    const { siteOrigin: origin } = ports.config;
    const documentsAt = (origin: string): readonly StaticDocument[] =>
      statusLists({ ...ports, mode, origin, statusSigner: statusSigner(ports.secrets(), mode) });
    return publishDocuments(origin === undefined ? [] : documentsAt(origin), ports, until);
  };
}
