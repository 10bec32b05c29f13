import { actorAs, type Context } from "../../../api/context.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { notAllowedNow } from "../../../api/refusals.ts";
import { connection, paging } from "../../../api/relay.ts";
import type { Actor } from "../../../kernel/actor.ts";
import type { Result } from "../../../kernel/result.ts";
import { CASE_WORDS } from "../enum-words.ts";
import { applicantPorts } from "../mandate/applicant-ports.ts";
import type { AttendanceOver } from "../mandate/attendance.ts";
import type { NoteRefusal } from "./keep-note.ts";
import type { Note } from "./note.ts";
import { openNotes } from "./open-notes.ts";
import { replyToNote } from "./reply-to-note.ts";
import { writeNote } from "./write-note.ts";

export const noteResolvers: Resolvers = {
  Mutation: {
    writeInternalNote: async (_, { id, ...note }, context) =>
      answerTo(await writeNote(portsOf(context, actorAs(context, "OFFICER")), id, "INTERNAL", note), "id"),
    writeNoteToApplicant: async (_, { id, ...note }, context) =>
      answerTo(
        await writeNote(portsOf(context, actorAs(context, "OFFICER")), id, "TO_APPLICANT", note),
        "id",
      ),
    replyToNote: async (_, { note: id, attendance, ...note }, context) => {
      const ports = await applicantPorts(context, { attendance });
      if (!ports.ok) return { __typename: "NotFound", ...ports.error };
      return answerTo(await replyToNote(ports.value, id, note), "note");
    },
  },
  Application: {
    notes: async (application, args, { actor, database, secrets, now }) => {
      const notes = await openNotes({ database, mode: actor.mode, actor, now }, application);
      const list = `notes ${application.id} ${notes.shelves.join()}`;
      const page = paging<Pick<Note, "id" | "at">>(args, list, secrets);
      const found = await notes.list(page);
      const entries = found.notes.map((node) => ({ node, position: { id: node.id, at: node.at } }));
      return connection(entries, found.more, { list, ...page }, secrets);
    },
  },
  CaseNote: {
    officer: ({ officer }) => officer ?? null,
    inReplyTo: ({ inReplyTo }) => inReplyTo ?? null,
  },
};

function portsOf<A extends Exclude<Actor, { kind: "ANONYMOUS" }>>(context: Context, actor: A) {
  const { database, commit, now, requestId, log } = context;
  return { database, commit, mode: actor.mode, actor, now, requestId, log };
}

/** `named` is the argument that says where the note belongs. */
function answerTo(result: Result<Note, NoteRefusal | AttendanceOver>, named: "id" | "note") {
  if (result.ok) return { __typename: "CaseNote", ...result.value } as const;
  const { error } = result;
  if ("path" in error) return { __typename: "InvalidInput", ...error } as const;
  switch (error.code) {
    case "APPLICATION_NOT_FOUND":
    case "NOTE_NOT_FOUND":
    case "ATTENDANCE_OVER":
      return { __typename: "NotFound", ...error } as const;
    case "NOT_ALLOWED_NOW":
      return notAllowedNow(CASE_WORDS.ApplicationStatus, error.state, error.availableActions);
    case "IDEMPOTENCY_MISMATCH":
      return { __typename: "IdempotencyMismatch", ...error } as const;
    case "TOO_MANY_NOTES":
    case "TOO_MANY_REPLIES":
      return { __typename: "InvalidInput", ...error, path: [named] } as const;
  }
}
