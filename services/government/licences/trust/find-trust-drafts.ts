import { isCode } from "../../../field/code.ts";
import type { Officer } from "../../../kernel/actor.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { type From, fullPage, type Onward } from "../../../kernel/database/full-page.ts";
import type { OfficerId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { mayEdit, type Violation } from "../../catalogue/index.ts";
import { readDrafted } from "./agree-to-trust.ts";
import { isOpen, mayAgree, trustViolations } from "./agreeable-part.ts";
import { mappingWarnings } from "./mapping-warnings.ts";
import { getTrustDraft, listTrustEntries } from "./trust-draft-store.ts";
import { allTrustHeads, getTrustHead } from "./trust-list-store.ts";
import type { TrustEntry, TrustPart } from "./trust-part.ts";

type Reads = Pick<Database, "get" | "query">;

/** A part of the trust list as those who edit it see it. */
export type EditedTrust = TrustEntry & {
  readonly draft: TrustPart;
  readonly draftRevision: number;
  readonly inForce: TrustPart | undefined;
  readonly isChanged: boolean;
  /** All who have saved it since it was last agreed to. */
  readonly editors: readonly OfficerId[];
  readonly availableActions: readonly ("save" | "agree" | "compromise")[];
};

/** A part with its draft; undefined for officers who may not edit it, as if there were none. */
export async function findTrustDraft(
  { kind, code }: TrustEntry,
  officer: Officer,
  database: Reads,
): Promise<EditedTrust | undefined> {
  if (!isCode(code)) return undefined;
  const [draft, head] = await Promise.all([
    getTrustDraft(database, kind, code),
    getTrustHead(database, kind, code),
  ]);
  if (!draft || !mayEdit(draft.part, officer.jurisdiction)) return undefined;
  const { part, revision, editors } = draft;
  const inForce = head?.part;
  const isChanged = isOpen(draft, head);
  return {
    ...{ kind, code, draft: part, draftRevision: revision, inForce, isChanged },
    editors: isChanged ? editors : [],
    availableActions: [
      "save",
      ...(mayAgree(draft, head, officer) ? (["agree"] as const) : []),
      ...(inForce?.kind === "ISSUER" ? (["compromise"] as const) : []),
    ],
  };
}

/** All that keeps a draft from coming into the list, as it stands now. */
export async function findTrustViolations(
  { kind, code }: TrustEntry,
  database: Reads,
): Promise<readonly Violation[]> {
  const { draft, beside } = await readDrafted(database, kind, code);
  return draft ? trustViolations(draft.part, beside) : [];
}

/** All by which a draft could let no licence fill a material as the list stands, though nothing keeps it from coming into it. */
export async function findTrustWarnings(
  { kind, code }: TrustEntry,
  { database, now }: { readonly database: Reads; readonly now: Instant },
): Promise<readonly Violation[]> {
  const { draft, beside } = await readDrafted(database, kind, code);
  if (draft?.part.kind !== "MAPPING") return [];
  const heads = await allTrustHeads(database, "ISSUER", draft.part.region);
  const issuers = heads.flatMap(({ part }) => (part.kind === "ISSUER" ? [part] : []));
  return mappingWarnings(draft.part, { ownType: beside.ownType, issuers }, dateAt(now));
}

/** The parts that an officer edits; a page may have fewer than were asked for, and lead on. */
export async function findTrustDrafts(
  officer: Officer,
  page: From<TrustEntry>,
  database: Reads,
): Promise<{ readonly drafts: readonly EditedTrust[]; readonly more: Onward<TrustEntry> }> {
  const { entries, more } = await fullPage(
    page,
    async (from: From<TrustEntry>) => {
      const listed = await listTrustEntries(database, from);
      const found = await Promise.all(
        listed.entries.map((entry) => findTrustDraft(entry, officer, database)),
      );
      return {
        entries: found.flatMap((draft) => draft ?? []),
        next: listed.more ? listed.entries.at(-1) : undefined,
      };
    },
    1,
  );
  return { drafts: entries, more };
}
