import { actorAs } from "../../../api/context.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { connection, paging, readCursor, writeCursor } from "../../../api/relay.ts";
import { API_WORDS } from "../../../kernel/enum-words.ts";
import { fill, type Message } from "../../../kernel/message.ts";
import { type ApplicationView, findPlaceName, windowText } from "../../cases/index.ts";
import { readTrail } from "./read-trail.ts";
import { reasonInWords } from "./reason-words.ts";
import type { Followed } from "./trail-check.ts";
import { readsReason } from "./trail-line.ts";
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
      const nodes = lines.map((line) => ({ node: { ...line, of: application }, position: line.sequence }));
      return connection(nodes, more, { list, ...page }, secrets);
    },
  },
  AuditTrailEntry: {
    text: async ({ of, sentence, by, action, department, role }, _, { say, language, database }) => {
      const place =
        department === undefined
          ? elsewhere(of.takenInAt)
          : await findPlaceName({ database }, { ...of, department });
      const who =
        by === "OFFICER" && role
          ? say("TRAIL_BY_OFFICER_AS", { department: place, role: API_WORDS.Role[role] })
          : say(`TRAIL_BY_${by}`, { department: place });
      const what = sentence ? fill(sentence, language) : say("TRAIL_OTHER", { action });
      return say("TRAIL_LINE", { who, what });
    },
    reason: async (line, _, { actor, database, language }) => {
      const reason = readsReason(actor, line) && (await reasonInWords({ database }, line.of, line));
      return reason ? (typeof reason === "string" ? reason : reason[language]) : null;
    },
  },
  AuditTrailFinding: {
    kind: ({ what }) => what,
    message: ({ what, sequence }, _, { say }) => say(`AUDIT_${what}`, { sequence: String(sequence) }),
  },
};

/** The window of another region as the office of its clerk; of a draft that the person went on with alone it is kept no more. */
const elsewhere = (takenInAt: ApplicationView["takenInAt"]): Message =>
  takenInAt ? windowText(takenInAt) : { zh: "其他地区窗口", en: "a window of another region" };
