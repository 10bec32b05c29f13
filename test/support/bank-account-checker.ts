import { CHECK_PROTOCOL } from "../../services/money/payout-accounts/checks/http-check.ts";
import { type PeerFault, type PeerOptions, startSignedPeer } from "./signed-peer.ts";

/** The faults that a checker alone has. */
type OwnFault = "SIGNED_AS_PAYMENT" | "ABOUT_ANOTHER_QUESTION";

export type CheckerFault = PeerFault | OwnFault;

type Question = {
  readonly checkId: string;
  readonly name: string;
  readonly idNumber: string;
  readonly accountNumber: string;
};

export type BankAccountChecker = Awaited<ReturnType<typeof startBankAccountChecker>>;

/**
 * A checker of bank accounts that we do not own, on a free port of this machine: it speaks the protocol of
 * docs/bank-account-check.md, knows whose accounts are whose, and does wrong what it is told to do wrong.
 */
export async function startBankAccountChecker(options: PeerOptions = {}) {
  const owners = new Map<string, { readonly name: string; readonly idNumber: string }>();
  const questions: Question[] = [];
  const told: { answer?: Readonly<Record<string, unknown>> } = {};

  const answerTo = ({ checkId, name, idNumber, accountNumber }: Question) => {
    const owner = owners.get(accountNumber);
    if (!owner) return { checkId, outcome: "UNKNOWN" };
    const isTheirs = owner.name === name && owner.idNumber === idNumber;
    return isTheirs
      ? { checkId, outcome: "MATCH", number: `n-${checkId}`, bank: "示例银行" }
      : { checkId, outcome: "NO_MATCH", number: `n-${checkId}` };
  };

  const take = async (path: string, body: string, fault: CheckerFault) => {
    if (path !== "/v1/account-checks") return { status: 404 };
    const question: Question = JSON.parse(body);
    questions.push(question);
    return {
      answer: {
        ...answerTo(question),
        ...told.answer,
        ...(fault === "ABOUT_ANOTHER_QUESTION" ? { checkId: "chk_another" } : {}),
      },
      signed: fault === "SIGNED_AS_PAYMENT" ? { typ: "payment-answer" } : {},
    };
  };
  const tamper = (answer: string): string => answer.replace("NO_MATCH", "MATCH");
  const { requests, ...server } = await startSignedPeer<OwnFault>(
    { protocol: CHECK_PROTOCOL, take, tamper },
    options,
  );

  return {
    ...server,
    /** The owner of each account; nobody can tell of one that is not here. */
    owners,
    /** The questions that it has taken. */
    questions,
    requests: (): number => requests.length,
    /** Overlays all further answers. */
    tell: (answer: Readonly<Record<string, unknown>>): void => {
      told.answer = answer;
    },
  };
}
