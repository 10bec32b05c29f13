import type { Partner } from "../../../kernel/actor.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import { decideUntilWritten } from "../../../kernel/commit/decide-until-written.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import type { Log } from "../../../kernel/process/log.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant, Runtime } from "../../../kernel/runtime.ts";
import { putOnRecord } from "../verification/verify-licence.ts";
import type { ShownLicence } from "../wallet/redeem-licence-code.ts";
import { findShowable } from "../wallet/showable-licence.ts";
import { type NotRead, read, whyUnread } from "./presentation-request.ts";
import { changeRequest, getRequest, type PresentationStore } from "./presentation-store.ts";

type ReadPorts = PresentationStore & {
  readonly commit: Commit;
  readonly actor: Partner;
  readonly now: Instant;
  readonly requestId: string;
  readonly runtime: Runtime;
  readonly log: Log;
};

/** None, or another partner's: which of them is not told. */
export type NoSuchPresentation = { readonly code: "PRESENTATION_NOT_FOUND" };

/**
 * Reads a wallet's answer, once; then it is gone. The licence's trail has who did, the one who has shown it is told, and the holder
 * finds it among the licence's verifications. An answer is over before its time where the phone could not show the licence now, or
 * not in that version. Errors: PRESENTATION_NOT_FOUND; why there is nothing to be read.
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
      const why = whyUnread(before, at);
      if (why) return err({ code: why });
      const { presented } = before;
      const licence = found?.ok ? found.value.licence : undefined;
      // A version that was presented may have another in its place by now.
      if (!presented || licence?.current.version !== presented.version)
        return err({ code: "PRESENTATION_OVER" });
      const answer = { licence, presented };
      return ok({ before, after: read(before), answer });
    },
    write: ({ before, after, answer: { presented } }) =>
      commit({
        ...{ actor, at, requestId, aggregate: presented.licence, table: recordsTable(mode) },
        ...{ action: "licences.presentation.read", reason: Object.keys(presented.content).join(", ") },
        writes: [changeRequest(ports, after, before)],
        event: {
          ...{ type: "licence-code.read-by-partner", mode, to: [presented.shownBy] },
          payload: { about: presented.licence, partnerId: actor.id },
        },
      }),
  });
  if (!done.ok) return done;
  const { licence, presented } = done.value;
  await putOnRecord(ports, licence, "PRESENTED");
  return ok({ licence, content: presented.content, shownAt: presented.at });
}
