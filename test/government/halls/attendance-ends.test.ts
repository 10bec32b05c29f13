import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { identityCheck } from "../../../services/field/identity-document.ts";
import type { Ticket } from "../../../services/government/halls/tickets/ticket.ts";
import {
  act as actOn,
  attendanceEndedBy,
  endingsOf,
} from "../../../services/government/halls/tickets/ticket.ts";
import type { CitizenId } from "../../../services/kernel/ids.ts";
import { confirmUpload, pdfOf, putFile, requestUpload } from "../../support/material-files.ts";
import { overtake } from "../../support/overtake.ts";
import { addAccount } from "../../support/payout-accounts.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import { schema } from "../../support/schema.ts";
import { giveTelephone } from "../../support/telephones.ts";
import {
  type Applicant,
  act,
  allRounder,
  BY_HAND,
  caseOf,
  fileCase,
  mutateCase,
  newApplicant,
  newOfficer,
  RENT,
  RENT_FORM,
  receive,
  saveCase,
  sendMissing,
  signedIn,
  startCase,
  submitAsIs,
  type TestOfficer,
} from "../cases/casework.ts";
import { newSaver, rentForm } from "../cases/savers.ts";
import {
  asked,
  callNext,
  closeDays,
  finish,
  giveUp,
  local,
  newClerk,
  receiveTicket,
  showCard,
  startHalls,
  take,
} from "./hall-world.ts";

const MINUTE_MS = 60_000;
/** A day for each test, because queues begin anew with it. */
const DAYS = ["03", "04", "05", "06", "09", "10", "11", "12", "13", "16", "17", "18", "19", "20"];

let platform: TestPlatform;
let clerk: TestOfficer;
let officer: TestOfficer;
let person: Applicant;
let today = "";
beforeAll(async () => {
  ({ platform } = await startHalls());
  officer = await allRounder(platform);
});
beforeEach(async () => {
  today = `2026-03-${DAYS.shift() ?? "23"}`;
  platform.clock.set(local(today, "09:00"));
  person = await newApplicant(platform);
  clerk = await newClerk(platform);
});
afterAll(() => platform.stop());

/** Somebody without a booking is called, and received on their card. */
async function byTicket(who = person): Promise<{ readonly ticket: string; readonly attendance: string }> {
  const ticket = textAt(
    await take(platform, clerk.token, { queue: "A", card: showCard(platform, who.idNumber) }),
    "id",
  );
  await callNext(platform, clerk.token, "1");
  const attendance = textAt(await receiveTicket(platform, clerk.token, ticket, {}), "id");
  return { ticket, attendance };
}

const withdraw = (id: string, attendance: string) =>
  mutateCase(
    platform,
    clerk.token,
    `withdrawApplication(id: "${id}", reason: "不再办理", attendance: "${attendance}")`,
  );

const seen = (attendance: string): Promise<Json> =>
  asked(
    platform,
    clerk.token,
    `query ($id: ID!) { done: attendance(id: $id) { name represents { name } payoutAccounts { id } applications { id } } }`,
    { id: attendance },
  );
const NOTHING = { name: null, represents: [], payoutAccounts: [], applications: [] };
const OVER = { __typename: "NotFound", code: "ATTENDANCE_OVER" };

/** The acts that put an end to a ticket of somebody who was received. */
const ENDS: Readonly<Record<string, (ticket: string) => Promise<unknown>>> = {
  "was served": (ticket) => finish(platform, clerk.token, ticket),
  "was given up by the clerk": (ticket) => giveUp(platform, clerk.token, ticket),
  "was given up by a colleague": async (ticket) =>
    giveUp(platform, (await newOfficer(platform, { roles: ["WINDOW_CLERK"] })).token, ticket),
  "was given up by its holder": (ticket) => giveUp(platform, person.token, ticket),
  "was closed with the hall's day": async () => {
    platform.clock.set(local(today, "23:59"));
    platform.clock.advance(2 * MINUTE_MS);
    await closeDays(platform);
    // The attendance had ended by itself: what is asked is that its end is on record.
  },
};

describe("nothing is done through an attendance whose ticket", () => {
  it.each(Object.entries(ENDS))("%s", async (_, end) => {
    const id = await fileCase(platform, person, { item: BY_HAND });
    const { ticket, attendance } = await byTicket();
    expect(await seen(attendance)).toMatchObject({ applications: [{ id }] });
    await end(ticket);
    const record = await platform.database().get("records-live", { pk: attendance, sk: "attendance" });
    expect(record?.["endedAt"]).toBe(platform.clock.now());
    expect(await withdraw(id, attendance)).toMatchObject(OVER);
    expect(await seen(attendance)).toEqual(NOTHING);
    expect(await caseOf(platform, person.token, id)).toMatchObject({ status: "SUBMITTED" });
  });

  it("ends by any action that the ticket knows, now or later", () => {
    const called = {
      ...{ id: "tkt_1", hall: "H", day: "2026-03-02", queue: "A", number: "A001", status: "CALLED" },
      ...{ takenAt: "", takenBy: "ofc_1", calledBy: "ofc_1", window: "1", revision: 2, creation: "" },
      attendance: "att_1",
    } as unknown as Ticket;
    for (const action of endingsOf(called)) {
      const ended = actOn(called, action, {});
      expect(ended.ok && attendanceEndedBy(ended.value, called), action).toBe("att_1");
    }
    for (const elsewhere of [
      { window: "2" },
      { calledBy: "ofc_2" },
      { attendance: "att_2" },
      { attendance: undefined },
    ] as const) {
      expect(attendanceEndedBy({ ...called, ...elsewhere }, called), JSON.stringify(elsewhere)).toBe("att_1");
    }
    const linked = actOn(called, "LINK", { item: "X" });
    expect(linked.ok && attendanceEndedBy(linked.value, called)).toBeUndefined();
  });
});

/** The acts of a clerk for the person present, by the mutation; each prepares its object. */
const ACTS: Readonly<Record<string, () => Promise<(attendance: string) => Promise<Json>>>> = {
  startApplication: async () => (attendance) => startCase(platform, clerk.token, { attendance }),
  saveApplication: async () => {
    const id = textAt(await startCase(platform, person.token, { item: BY_HAND }), "id");
    return (attendance) => saveCase(platform, clerk.token, id, { applicantName: "王" }, attendance);
  },
  submitApplication: async () => {
    const id = textAt(await startCase(platform, person.token, { item: BY_HAND }), "id");
    await saveCase(platform, person.token, id, RENT_FORM);
    return (attendance) => submitAsIs(platform, clerk.token, id, { attendance });
  },
  withdrawApplication: async () => {
    const id = await fileCase(platform, person, { item: BY_HAND });
    return (attendance) => withdraw(id, attendance);
  },
  appealDecision: async () => {
    const id = await refused();
    return (attendance) =>
      mutateCase(
        platform,
        clerk.token,
        `appealDecision(id: "${id}", reason: "不服决定", attendance: "${attendance}")`,
      );
  },
  complainAboutDelay: async () => {
    const id = await fileCase(platform, person, { item: BY_HAND });
    platform.clock.set(local("2026-04-10", "09:00"));
    return (attendance) =>
      mutateCase(
        platform,
        clerk.token,
        `complainAboutDelay(id: "${id}", text: "已经超过承诺期限", idempotencyKey: "complaint-1", attendance: "${attendance}")`,
      );
  },
  requestMaterialUpload: async () => {
    const application = textAt(await startCase(platform, person.token, { item: BY_HAND }), "id");
    return (attendance) =>
      requestUpload(
        platform,
        { token: clerk.token, attendance },
        { application, material: "lease-contract" },
      );
  },
  confirmMaterialUpload: async () => {
    const application = textAt(await startCase(platform, person.token, { item: BY_HAND }), "id");
    const bytes = pdfOf("材料");
    const sending = { application, material: "lease-contract", bytes };
    const requested = await requestUpload(platform, person.token, sending);
    await putFile(platform, at(requested, "link"), bytes);
    const file = textAt(requested, "file", "id");
    return (attendance) => confirmUpload(platform, { token: clerk.token, attendance }, application, file);
  },
  replyToNote: async () => {
    const id = await fileCase(platform, person, { item: BY_HAND });
    const note = await done(
      officer.token,
      `writeNoteToApplicant(id: "${id}", text: "请问租期何时开始？", idempotencyKey: "note-${id}")`,
      "CaseNote",
    );
    return (attendance) =>
      done(
        clerk.token,
        `replyToNote(note: "${textAt(note, "id")}", text: "三月一日", idempotencyKey: "reply-${id}", attendance: "${attendance}")`,
        "CaseNote",
      );
  },
  evaluateApplication: async () => {
    const id = await refused();
    return (attendance) =>
      done(
        clerk.token,
        `evaluateApplication(id: "${id}", input: { level: SATISFIED, tags: [] }, idempotencyKey: "evaluation-1", attendance: "${attendance}")`,
        "Evaluation",
      );
  },
  appealEvaluation: async () => {
    const id = textAt(
      await done(
        person.token,
        `evaluateApplication(id: "${await refused()}", input: { level: VERY_DISSATISFIED, tags: [EFFICIENCY], comment: "等了太久" }, idempotencyKey: "evaluation-2")`,
        "Evaluation",
      ),
      "id",
    );
    const supervisor = await newOfficer(platform, { roles: ["SUPERVISOR"] });
    const handler = await signedIn(platform, newOfficer(platform, { roles: ["REVIEWER"] }));
    await done(supervisor.token, `assignEvaluation(id: "${id}", to: "${handler.id}")`, "Evaluation");
    await done(handler.token, `putEvaluationRight(id: "${id}", measures: "已说明并改进")`, "Evaluation");
    await done(
      supervisor.token,
      `recordCallBack(id: "${id}", isSatisfied: false, note: "仍不满意")`,
      "Evaluation",
    );
    return (attendance) =>
      done(
        clerk.token,
        `appealEvaluation(id: "${id}", reason: "问题没有解决", attendance: "${attendance}")`,
        "Evaluation",
      );
  },
  sendConfirmationCode: async () => {
    const id = await handedIn();
    return (attendance) => sendCode(id, attendance);
  },
  confirmByCode: async () => {
    const id = await handedIn();
    return async (attendance) => {
      const sent = await sendCode(id, attendance);
      if (at(sent, "__typename") !== "SentCode") return sent;
      const code = platform.texts.codeTo(MOBILE);
      return mutateCase(
        platform,
        clerk.token,
        `confirmByCode(id: "${id}", code: "${code}", attendance: "${attendance}")`,
      );
    };
  },
  recordWrittenAuthority: async () => {
    const { idNumber } = await newApplicant(platform);
    return (attendance) => {
      const agent = `{ name: "王小明", idNumber: "${person.idNumber}" }`;
      const paper = `input: { person: "${idNumber}", agent: ${agent}, until: "2026-12-31", paper: "委 18" }`;
      const named = `${paper}, idempotencyKey: "paper-1-${idNumber}", attendance: "${attendance}"`;
      return done(clerk.token, `recordWrittenAuthority(${named})`, "Authority");
    };
  },
  recordGuardianship: async () => {
    const { idNumber } = minor();
    return (attendance) => {
      const [ward, guardian] = [named("王小宝", idNumber), named("王小明", person.idNumber)];
      const paper = `input: { ward: ${ward}, guardian: ${guardian}, relation: PARENT, paper: "出生 18" }`;
      const kept = `${paper}, idempotencyKey: "ward-1-${idNumber}", attendance: "${attendance}"`;
      return done(clerk.token, `recordGuardianship(${kept})`, "Authority");
    };
  },
  recordOwnLabour: async () => {
    const { id, idNumber } = minor();
    person = { id, idNumber, token: await platform.tokens.citizen(id) };
    return (attendance) =>
      asked(
        platform,
        clerk.token,
        `mutation { done: recordOwnLabour(attendance: "${attendance}", input: {
          idNumber: "${idNumber}", paper: "合同 18" }) { __typename ... on Refusal { code } } }`,
      );
  },
  addPayoutAccount: async () => (attendance) => {
    const input = { accountNumber: "6222020200000000018", idNumber: person.idNumber, name: "王小明" };
    return addAccount(platform, clerk, input, attendance);
  },
};

const named = (name: string, idNumber: string): string => `{ name: "${name}", idNumber: "${idNumber}" }`;

let minors = 0;

/** Somebody of 16, each time another. */
function minor(): { readonly id: CitizenId; readonly idNumber: string } {
  minors += 1;
  const first17 = `11010520100101${String(minors).padStart(3, "0")}`;
  const idNumber = first17 + identityCheck(first17);
  return { idNumber, id: `ctz_${platform.ports.secrets.citizenDigest(idNumber)}` };
}

async function done(token: string, mutation: string, type: string): Promise<Json> {
  const query = `mutation { done: ${mutation} { __typename ... on Refusal { code } ... on ${type} { id } } }`;
  return asked(platform, token, query);
}

const MOBILE = "13800138001";

const sendCode = (id: string, attendance: string): Promise<Json> =>
  asked(
    platform,
    clerk.token,
    `mutation { done: sendConfirmationCode(id: "${id}", attendance: "${attendance}") { __typename ... on Refusal { code } } }`,
  );

/** An application that a clerk has handed in for somebody who has a telephone. */
async function handedIn(): Promise<string> {
  const saver = await newSaver(platform);
  person = saver;
  await giveTelephone(platform, saver.token, MOBILE);
  platform.clock.advance(MINUTE_MS);
  const attendance = textAt(await receive(platform, clerk, saver.idNumber), "id");
  const id = textAt(await startCase(platform, clerk.token, { item: RENT, attendance }), "id");
  const { mobile: _, ...form } = rentForm(saver);
  await saveCase(platform, clerk.token, id, form, attendance);
  await sendMissing(platform, saver.token, id);
  await submitAsIs(platform, clerk.token, id, { attendance });
  return id;
}

async function refused(): Promise<string> {
  const id = await fileCase(platform, person, { item: BY_HAND });
  const ground = `ground: { law: "住房公积金管理条例", article: "第二十四条" }`;
  await act(
    platform,
    officer,
    id,
    "accept",
    `rejectApplication(id: "${id}", reason: "不属于职权", ${ground})`,
  );
  return id;
}

describe("each act through an attendance", () => {
  it("is one of these", () => {
    const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
    const named = mutations.filter(({ args }) => args.some(({ name }) => name === "attendance"));
    const names = [...Object.keys(ACTS), ...ACTS_ELSEWHERE];
    expect(names.toSorted()).toEqual(named.map(({ name }) => name).toSorted());
  });
});

/** Of two regions' platforms: test/government/licences/recognition/shown-otherwise.test.ts. */
const ACTS_ELSEWHERE = ["useForeignLicence"];

/** The deed of an act, once its object is there. */
const prepared = (mutation: string) =>
  (ACTS[mutation] as () => Promise<(attendance: string) => Promise<Json>>)();

describe("the attendance through which is called", () => {
  // No queue is needed: each attendance is begun by a card.
  beforeEach(() => platform.clock.set(local("2026-03-20", "09:00")));

  it.each(Object.keys(ACTS))("%s is written on, and goes on from there", async (mutation) => {
    const perform = await prepared(mutation);
    const attendance = textAt(await receive(platform, clerk, person.idNumber), "id");
    platform.clock.advance(19 * MINUTE_MS);
    expect(await perform(attendance)).not.toHaveProperty("code");
    const record = await platform.database().get("records-live", { pk: attendance, sk: "attendance" });
    expect(record?.["lastActAt"]).toBe(platform.clock.now());
  });

  // A code that was sent is a record of the person's telephone, and confirms nothing by itself.
  const changes = Object.keys(ACTS).filter((mutation) => mutation !== "sendConfirmationCode");
  it.each(changes)("%s ends, and what meets that on its way changes nothing", async (mutation) => {
    const perform = await prepared(mutation);
    const attendance = textAt(await receive(platform, clerk, person.idNumber), "id");
    let outcome: Json = null;
    await overtake(
      platform,
      async () => {
        outcome = await perform(attendance);
      },
      async () => receive(platform, clerk, (await newApplicant(platform)).idNumber),
    );
    expect(outcome).toMatchObject(OVER);
    const record = await platform.database().get("records-live", { pk: attendance, sk: "attendance" });
    expect(record?.["lastActAt"]).toBe(record?.["startedAt"]);
  });
});

describe("an attendance", () => {
  it("ends where the clerk begins the next, and the person's case is closed to them", async () => {
    const id = await fileCase(platform, person, { item: BY_HAND });
    const first = textAt(await receive(platform, clerk, person.idNumber), "id");
    await receive(platform, clerk, (await newApplicant(platform)).idNumber);
    expect(await withdraw(id, first)).toMatchObject(OVER);
    expect(await seen(first)).toEqual(NOTHING);
  });

  it("goes on while something is done in it every 19 minutes, and ends after 20 without, whatever was read", async () => {
    const { attendance } = await byTicket();
    const id = textAt(await startCase(platform, clerk.token, { attendance, item: BY_HAND }), "id");
    for (let round = 0; round < 5; round += 1) {
      platform.clock.advance(19 * MINUTE_MS);
      const saved = await saveCase(
        platform,
        clerk.token,
        id,
        { applicantName: `王${"一".repeat(round + 1)}` },
        attendance,
      );
      expect(saved).toMatchObject({ __typename: "Application" });
    }
    platform.clock.advance(19 * MINUTE_MS);
    expect(await seen(attendance)).toMatchObject({ applications: [{ id }] });
    platform.clock.advance(MINUTE_MS);
    expect(await seen(attendance)).toEqual(NOTHING);
    expect(await withdraw(id, attendance)).toMatchObject(OVER);
    expect(
      await asked(platform, clerk.token, `query ($id: ID!) { done: attendance(id: $id) { until } }`, {
        id: attendance,
      }),
    ).toEqual({ until: platform.clock.now() });
    expect(at(await caseOf(platform, person.token, id), "status")).toBe("DRAFT");
  });
});
