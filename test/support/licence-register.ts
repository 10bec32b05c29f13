import { REGISTER_PROTOCOL } from "../../services/government/licences/registers/http-register.ts";
import { type PeerFault, type PeerOptions, startSignedPeer } from "./signed-peer.ts";

/** A fault that a register alone has. */
type OwnFault = "SIGNED_AS_PAYMENT";

export type RegisterFault = PeerFault | OwnFault;

type Row = Readonly<Record<string, unknown>>;
type Told = Readonly<Record<string, unknown>>;
/** A question as it came. */
export type Question = {
  readonly after: string | null;
  readonly limit: number;
  readonly refused: readonly { readonly change: string; readonly problems: readonly Told[] }[];
};

export type LicenceRegisterServer = Awaited<ReturnType<typeof startLicenceRegister>>;

/**
 * A register of licences that we do not own, on a free port of this machine: it speaks the protocol of docs/licence-files.md,
 * numbers its changes in their order, and does wrong what it is told to do wrong.
 */
export async function startLicenceRegister(options: PeerOptions = {}) {
  const changes: { readonly change: string; readonly row: Row }[] = [];
  const questions: Question[] = [];
  const told: { answer?: Told } = {};

  const take = async (path: string, body: string, fault: RegisterFault) => {
    if (path !== "/v1/licence-changes") return { status: 404 };
    const question: Question = JSON.parse(body);
    questions.push(question);
    const from = question.after === null ? 0 : Number(question.after.replace("place-", ""));
    const page = changes.slice(from, from + question.limit);
    const next = from + page.length;
    return {
      answer: { changes: page, next: `place-${next}`, more: next < changes.length, ...told.answer },
      signed: fault === "SIGNED_AS_PAYMENT" ? { typ: "payment-answer" } : {},
    };
  };
  const tamper = (answer: string): string => answer.replace("VALID", "REVOKED");
  const server = await startSignedPeer<OwnFault>({ protocol: REGISTER_PROTOCOL, take, tamper }, options);

  return {
    ...server,
    /** States these, one after the other, and answers their names. */
    state: (...rows: readonly Row[]): readonly string[] =>
      rows.map((row) => {
        const change = `change-${changes.length + 1}`;
        changes.push({ change, row });
        return change;
      }),
    questions,
    /** Overlays all further answers; with nothing it tells the truth again. */
    tell: (answer?: Told): void => {
      if (answer) told.answer = answer;
      else delete told.answer;
    },
  };
}
