import type { Commit } from "../../../kernel/commit/commit.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import type { Fen } from "../../../kernel/money.ts";
import { err, type Result } from "../../../kernel/result.ts";
import { type CodePorts, type CodePurpose, sendCode, takeTyped } from "../../../people/telephones/index.ts";
import { actionsFor, notAllowed } from "../actions.ts";
import { confirmBy } from "../applicant/confirm-application.ts";
import type { SubmitPorts } from "../applicant/submit-application.ts";
import type { Application } from "../application.ts";
import { type EffectParts, type EffectPorts, findAmount } from "../effects.ts";
import { findNamedAccounts } from "../find-named-accounts.ts";
import { findSubjectName } from "../find-subject-name.ts";
import { type ApplicantPorts, findOwnCase } from "../mandate/change-own-case.ts";

/** A code confirms what was handed in last, and nothing that is handed in after a correction. */
const purposeOf = ({ id, submission }: Application): CodePurpose => `confirm-application#${id}#${submission}`;

/** The words about the act that the code in the text confirms; accounts masked. */
export type Confirmed = {
  readonly item: { readonly zh: string; readonly en: string };
  /** The enterprise's name, where it is an enterprise's matter: its representative may be that of several. */
  readonly enterprise: string | undefined;
  readonly amount: Fen | undefined;
  readonly accounts: readonly string[];
};

/**
 * Codes are records of the person's telephone, with limits of their own that count whatever becomes of an attendance: they
 * are written apart from it. The act that is done by one is the case's, and stands only in the attendance.
 */
type WindowCodePorts = CodePorts & { readonly codeCommit: Commit };

type Sent = Awaited<ReturnType<typeof sendCode>>;
type CodeResult<R> = Sent extends Result<infer T, infer E> ? Result<T, E | R> : never;

/**
 * Sends the person at the window a code for what waits for their word; `write` makes its text, which names amount and
 * account. Errors: those of the case; NO_TELEPHONE, TELEPHONE_UNREACHABLE, TOO_MANY_CODES.
 */
export async function sendConfirmationCode(
  ports: ApplicantPorts & WindowCodePorts & EffectPorts & EffectParts,
  id: string,
  write: (confirmed: Confirmed, code: string) => string,
): Promise<CodeResult<Refusal>> {
  const found = await findOwnCase(ports, id);
  if (!found.ok) return found;
  const { application, form, item, by } = found.value;
  const { caller, ...facts } = by;
  if (!actionsFor(application, caller, facts).includes("CONFIRM")) {
    return err(notAllowed(application, caller, facts));
  }
  const { subject } = application;
  const [amount, accounts, enterprise] = await Promise.all([
    findAmount(ports, { application, form, item }),
    findNamedAccounts(ports, application),
    subject.kind === "ENTERPRISE" ? findSubjectName(ports, subject) : undefined,
  ]);
  const masked = accounts.map((one) => one.maskedNumber);
  const confirmed = { item: item.name, enterprise, amount, accounts: masked };
  const sent = await sendCode({ ...ports, commit: ports.codeCommit }, ports.acting.citizen, {
    purpose: purposeOf(application),
    text: (code) => write(confirmed, code),
  });
  if (sent.ok) await recordSending(ports, application);
  return sent;
}

/** In the attendance's own trail: it is something that was done in it. Where it has ended meanwhile, it stays ended. */
async function recordSending(
  { acting, commit, actor, now: at, requestId, mode }: ApplicantPorts,
  { id: reason }: Application,
): Promise<void> {
  if (acting.kind !== "CLERK") return;
  const change = { actor, at, requestId, aggregate: acting.attendance.id, table: recordsTable(mode) };
  await commit({ ...change, action: "applications.attendance.code-sent", reason, writes: [] });
}

type Refusal = Extract<Awaited<ReturnType<typeof findOwnCase>>, { readonly ok: false }>["error"];

/**
 * The subject's word by the code that was sent to their telephone, typed in at the window. Errors: CODE_WRONG,
 * CODE_OVER.
 */
export const confirmByCode = (ports: SubmitPorts & WindowCodePorts, id: string, code: string) => {
  const take = takeTyped({ ...ports, commit: ports.codeCommit }, ports.acting.citizen, code);
  return confirmBy(ports, id, { confirmedBy: "CODE", take: (application) => take(purposeOf(application)) });
};
