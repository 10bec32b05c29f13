import type { Partner } from "../../../kernel/actor.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import { decideUntilWritten } from "../../../kernel/commit/decide-until-written.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant, Runtime } from "../../../kernel/runtime.ts";
import { verificationBy } from "../verification/verification.ts";
import { putVerification } from "../verification/verification-store.ts";
import type { ShownLicence } from "../wallet/redeem-licence-code.ts";
import { findShowable } from "../wallet/showable-licence.ts";
import { emptied, type NotRead, type Presented, read, whyUnread } from "./presentation-request.ts";
import { changeRequest, getRequest, type PresentationStore } from "./presentation-store.ts";

type ReadPorts = PresentationStore & {
  readonly commit: Commit;
  readonly actor: Partner;
  readonly now: Instant;
  readonly requestId: string;
  readonly runtime: Pick<Runtime, "random">;
};

/** None, or another partner's: which of them is not told. */
export type NoSuchPresentation = { readonly code: "PRESENTATION_NOT_FOUND" };

/**
 * Reads a wallet's answer, once; then it is gone. The licence's trail has who did, the one who has shown it is told, and the holder
 * finds it among the licence's verifications, with the purpose that was stated here. An answer is over before its time where the
 * phone could not show the licence now, or not in that version; one that is over is gone as well. Errors: PRESENTATION_NOT_FOUND;
 * why there is nothing to be read.
 */
export async function readPresentation(
  ports: ReadPorts,
  id: string,
): Promise<Result<ShownLicence, NoSuchPresentation | NotRead>> {
  const { database, mode, actor, now: at, requestId, commit } = ports;
  const done = await decideUntilWritten({
    database,
    about: `the presentation ${id}`,
    read: async () => {
      const request = await getRequest(ports, id);
      const { presented } = request ?? {};
      return { request, found: presented && (await findShowable(ports, presented.shownBy, presented)) };
    },
    decide: ({ request: before, found }) => {
      if (before?.partner !== actor.id) return err({ code: "PRESENTATION_NOT_FOUND" });
      const { presented } = before;
      const why = whyUnread(before, at);
      if (!presented) return err({ code: why ?? "PRESENTATION_OVER" });
      const licence = found?.ok ? found.value.licence : undefined;
      // A version that was presented may have another in its place by now.
      if (why || licence?.current.version !== presented.version)
        return ok({ before, after: emptied(before), answer: { presented, licence: undefined } });
      return ok({ before, after: read(before), answer: { presented, licence } });
    },
    write: ({ before, after, answer: { presented, licence } }) => {
      const verification = verificationBy(actor, at, "PRESENTED", before.purpose);
      return commit({
        ...{ actor, at, requestId, aggregate: presented.licence, table: recordsTable(mode) },
        ...(licence ? readAs(ports, presented) : { action: "licences.presentation.over" }),
        writes: [
          changeRequest(ports, after, before),
          ...(licence ? [putVerification(ports, licence.id, verification)] : []),
        ],
      });
    },
  });
  if (!done.ok) return done;
  const { licence, presented } = done.value;
  if (!licence) return err({ code: "PRESENTATION_OVER" });
  return ok({ licence, content: presented.content, shownAt: presented.at });
}

/** How a read is put on the licence's trail, and the one who has shown it is told. */
const readAs = ({ mode, actor }: ReadPorts, { licence: about, shownBy, content }: Presented) => ({
  ...{ action: "licences.presentation.read", reason: Object.keys(content).join(", ") },
  event: {
    ...{ type: "licence-code.read-by-partner" as const, mode, to: [shownBy] },
    payload: { about, partnerId: actor.id },
  },
});
