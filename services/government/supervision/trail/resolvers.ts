import { actorAs } from "../../../api/context.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { connection, paging, readCursor, writeCursor } from "../../../api/relay.ts";
import { fill } from "../../../kernel/message.ts";
import { readTrail } from "./read-trail.ts";
import type { Followed } from "./trail-check.ts";
import { reasonFor } from "./trail-line.ts";
import { isIntact, verifyAuditTrail } from "./verify-audit-trail.ts";

export const supervisionResolvers: Resolvers = {
  Query: {
    verifyAuditTrail: async (_, { application, known, after }, context) => {
      const { database, secrets } = context;
      const actor = actorAs(context, "OFFICER");
      const list = `verification ${application}`;
      const from = after == null ? undefined : readCursor<Followed>(after, list, secrets);
      const verified = await verifyAuditTrail({ database, mode: actor.mode, actor }, application, {
        ...(from ? { from } : {}),
        ...(known ? { known } : {}),
      });
      if (!verified.ok) return { __typename: "NotFound", ...verified.error };
      const { followed, finding, finished } = verified.value;
      const node = {
        entries: followed.sequence,
        lastHash: followed.hash,
        isIntact: isIntact(verified.value) ?? null,
        finding: finding ?? null,
      };
      const next = finished ? null : writeCursor(followed, list, secrets);
      return { __typename: "AuditTrailVerification", ...node, next };
    },
  },
  Application: {
    auditTrail: async (application, args, { database, secrets, parts: { trail }, actor: { mode } }) => {
      const list = `trail ${application.id}`;
      const page = paging<number>(args, list, secrets);
      const { lines, more } = await readTrail({ database, mode, trail }, application, page);
      const nodes = lines.map((node) => ({ node, position: node.sequence }));
      return connection(nodes, more, { list, ...page }, secrets);
    },
  },
  AuditTrailEntry: {
    text: ({ sentence, by, action, department }, _, { say, language }) => {
      const who = say(`TRAIL_BY_${by}`, { department: department ?? "" });
      const what = sentence ? fill(sentence, language) : say("TRAIL_OTHER", { action });
      return say("TRAIL_LINE", { who, what });
    },
    reason: (line, _, { actor }) => reasonFor(actor, line) ?? null,
  },
  AuditTrailFinding: {
    kind: ({ what }) => what,
    message: ({ what, sequence }, _, { say }) => say(`AUDIT_${what}`, { sequence: String(sequence) }),
  },
};
