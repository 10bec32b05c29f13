import type { CivilDate } from "../../../kernel/civil-date.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";

export const ASK_STATES = ["ASKED", "GIVEN", "REFUSED", "WITHDRAWN"] as const;
export type AskState = (typeof ASK_STATES)[number];

/** A member of the applicant's household is asked to let their licence stand for a material of this case. */
export type MemberAsk = {
  readonly material: string;
  readonly member: CitizenId;
  /** As the applicant wrote it. */
  readonly name: string;
  readonly maskedIdNumber: string;
  /** By their number, where that tells it. */
  readonly bornOn?: CivilDate | undefined;
  readonly askedAt: Instant;
  readonly state: AskState;
  readonly answeredAt?: Instant | undefined;
  /** The member, or a guardian. */
  readonly answeredBy?: CitizenId | undefined;
};

/** The members of a household who are asked in one case, in the order in which they were, answered ones included. */
export type MemberAsks = {
  readonly asks?: readonly MemberAsk[] | undefined;
  /** So many were made: two who are named in turn count each time, so that the number never falls. */
  readonly asksMade?: number | undefined;
};

/** Made in one case. */
const ASKS_MAX = 20;

/** The member who is asked for a material now: the last one that was named. */
export const askFor = (asks: readonly MemberAsk[], material: string): MemberAsk | undefined =>
  asks.findLast((one) => one.material === material);

export type NotAskable = {
  readonly code: "MEMBER_HAS_ANSWERED" | "TOO_MANY_MEMBERS_ASKED";
  readonly values?: Readonly<Record<string, string>>;
  readonly path: readonly string[];
};

type Asked = MemberAsks & {
  readonly asks: readonly MemberAsk[];
  /** Whether the member is told: not of what they were asked for before. */
  readonly isNews: boolean;
};

/**
 * Asks a member, in the place of whoever was asked for the material before. Nobody is asked again for what they have answered.
 * Asked twice before they answer it is the same ask, and undefined: nothing changes.
 * Errors: MEMBER_HAS_ANSWERED, TOO_MANY_MEMBERS_ASKED.
 */
export function askMember(
  { asks = [], asksMade = asks.length }: MemberAsks,
  asked: Omit<MemberAsk, "state" | "answeredAt" | "answeredBy">,
): Result<Asked | undefined, NotAskable> {
  const earlier = asks.findLast(
    ({ material, member }) => material === asked.material && member === asked.member,
  );
  if (earlier && earlier.state !== "ASKED") return err({ code: "MEMBER_HAS_ANSWERED", path: ["member"] });
  if (earlier && earlier === askFor(asks, asked.material)) return ok(undefined);
  if (asksMade >= ASKS_MAX)
    return err({ code: "TOO_MANY_MEMBERS_ASKED", values: { max: String(ASKS_MAX) }, path: ["member"] });
  return ok({
    asks: [...asks.filter((one) => one !== earlier), { ...asked, state: "ASKED" }],
    asksMade: asksMade + 1,
    isNews: !earlier,
  });
}

/** Where an answer leads; nothing else does. A yes can be withdrawn, and a no stays. */
const ANSWERS = {
  ASKED: { yes: "GIVEN", no: "REFUSED" },
  GIVEN: { yes: "GIVEN", no: "WITHDRAWN" },
  REFUSED: { no: "REFUSED" },
  WITHDRAWN: { no: "WITHDRAWN" },
} as const satisfies Record<AskState, { readonly yes?: AskState; readonly no: AskState }>;

export type AskClosed = { readonly code: "MEMBER_ASK_CLOSED"; readonly path: readonly string[] };

/** The asks after an answer to the one of a material; the same where it says what was said before. Errors: MEMBER_ASK_CLOSED. */
export function answerAsk(
  asks: readonly MemberAsk[],
  ask: MemberAsk,
  answer: { readonly gives: boolean; readonly by: CitizenId; readonly at: Instant },
): Result<readonly MemberAsk[], AskClosed> {
  const { no, ...rest } = ANSWERS[ask.state];
  const state: AskState | undefined = answer.gives ? ("yes" in rest ? rest.yes : undefined) : no;
  if (!state) return err({ code: "MEMBER_ASK_CLOSED", path: ["give"] });
  if (state === ask.state) return ok(asks);
  const answered: MemberAsk = { ...ask, state, answeredAt: answer.at, answeredBy: answer.by };
  return ok(asks.map((one) => (one === ask ? answered : one)));
}
