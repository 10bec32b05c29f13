import type { Mode } from "../../kernel/actor.ts";
import {
  type Published,
  publishDocuments,
  type StaticDocument,
} from "../../kernel/documents/publish-documents.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { WorkPorts } from "../../kernel/service-runtime.ts";
import { type DocumentName, licenceDocumentPath } from "./document-path.ts";
import { issuerKeyDocuments, jwkOf } from "./issuer-keys/issuer-documents.ts";
import { openStatusLists } from "./status/publish-status-lists.ts";
import { statusKey, statusSigner } from "./status/status-signer.ts";
import { issuerList } from "./trust/issue-issuer-list.ts";
import { trustList, trustListKey } from "./trust/issue-trust-list.ts";
import { ISSUER_LIST_TYPE } from "./trust/issuer-list.ts";
import { TRUST_LIST_TYPE } from "./trust/trust-document.ts";

type PublishLicenceDocuments = (ports: WorkPorts, mode: Mode, until: Instant) => Promise<Published>;

/** A compromise that is recorded reaches those who are online within so long. */
const MAX_AGE_S = 300;
const JWKS = "application/jwk-set+json";

/**
 * Publishes what everybody may read of licences, so that verifiers ask no server whom they verify. A platform that is told of
 * no origin of its own has no address to give them, and publishes nothing. Opened once for each process.
 */
export function openLicenceDocuments(): PublishLicenceDocuments {
  const statusLists = openStatusLists();
  return async (ports, mode, until) => {
    const { siteOrigin: origin } = ports.config;
    if (origin === undefined) return publishDocuments([], ports, until);
    const signer = statusSigner(ports.secrets(), mode);
    const lists = statusLists({ ...ports, mode, origin, statusSigner: signer });
    const first = await publishDocuments([...lists, ...ownDocuments(ports, mode)], ports, until);
    return together(first, await publishIssuerKeys(ports, { mode, origin, until }));
  };
}

/** The lists of issuers here and elsewhere, and the keys by which these and the status lists are verified. */
function ownDocuments(ports: WorkPorts, mode: Mode): readonly StaticDocument[] {
  const secrets = ports.secrets();
  const signing = () => ({ ...ports.open(), secrets, mode, now: ports.now() });
  const { kid, ...point } = trustListKey({ secrets, mode });
  const listKey = jwkOf({ keyId: kid, algorithm: "ES256", publicKey: point });
  const document = (name: DocumentName, contentType: string, make: StaticDocument["make"]) => ({
    ...{ path: licenceDocumentPath(mode, name), contentType, maxAgeS: MAX_AGE_S, make },
  });
  const keySet = (name: DocumentName, key: ReturnType<typeof jwkOf>) =>
    document(name, JWKS, async () => JSON.stringify({ keys: [key] }));
  return [
    document("issuers", `application/${ISSUER_LIST_TYPE}`, () => issuerList(signing())),
    document("trust-list", `application/${TRUST_LIST_TYPE}`, () => trustList(signing())),
    keySet("list-keys", listKey),
    keySet("status-keys", jwkOf(statusKey(secrets, mode))),
  ];
}

type Where = { readonly mode: Mode; readonly origin: string; readonly until: Instant };

/** There are as many as there are issuers. Where these cannot be read, the documents from before are served meanwhile. */
async function publishIssuerKeys(ports: WorkPorts, { mode, origin, until }: Where): Promise<Published> {
  try {
    return await publishDocuments(
      await issuerKeyDocuments(ports.open().database, mode, origin),
      ports,
      until,
    );
  } catch (fault) {
    return { published: 0, unpublished: 1, finished: true, faults: [fault] };
  }
}

const together = (one: Published, other: Published): Published => ({
  published: one.published + other.published,
  unpublished: one.unpublished + other.unpublished,
  finished: one.finished && other.finished,
  faults: [...(one.faults ?? []), ...(other.faults ?? [])],
});
