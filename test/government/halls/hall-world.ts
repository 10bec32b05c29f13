import { randomUUID } from "node:crypto";
import type { CardRead } from "../../../services/government/halls/card-readers/card-read.ts";
import { closeHallDays } from "../../../services/government/halls/index.ts";
import type { Mode, Role } from "../../../services/kernel/actor.ts";
import { type Commit, commitTo } from "../../../services/kernel/commit/commit.ts";
import type { CitizenId } from "../../../services/kernel/ids.ts";
import { type Instant, plusMs } from "../../../services/kernel/runtime.ts";
import { addReader, newReader, readNow, signRead } from "../../support/card-reader.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import { type Applicant, newOfficer, startCasework, type TestOfficer } from "../cases/casework.ts";

/** A hall in Chaoyang, Beijing: two windows for the housing fund, one of them for the police too. */
export const HALL = "BJ-CY-01";
export const FUND_ITEM = "BJ-GJJ-TXTQ-001";
export const OTHER_FUND_ITEM = "BJ-GJJ-HDTQ-001";
export const POLICE_ITEM = "BJ-GA-JZZSL-001";
/** Served by no queue of the hall. */
export const MARKET_ITEM = "BJ-SCJG-GTSL-001";

/** The reader at the hall's windows. */
export const HALL_READER = newReader(HALL, "W-1");

const weekdays = (from: string, to: string) => [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from, to }));

export const hallInput = (changes: Readonly<Record<string, unknown>> = {}) => ({
  code: HALL,
  name: { zh: "朝阳区政务服务中心", en: "Chaoyang Service Hall" },
  region: "110105",
  address: { zh: "朝阳区霄云路霄云里 1 号", en: "1 Xiaoyunli, Xiaoyun Road, Chaoyang" },
  weeklyHours: [...weekdays("09:00", "12:00"), ...weekdays("13:30", "17:00")],
  queues: [
    { letter: "A", name: { zh: "公积金", en: "Housing fund" }, departments: ["BJ-GJJ"], slotCapacity: 2 },
    { letter: "B", name: { zh: "公安", en: "Police" }, items: [POLICE_ITEM], slotCapacity: 1 },
  ],
  windows: [
    { code: "1", queues: ["A"] },
    { code: "2", queues: ["A", "B"] },
  ],
  ...changes,
});

const SAVE_HALL = `mutation ($input: HallInput!, $reason: String!) {
  done: saveHall(input: $input, reason: $reason) {
    __typename ... on Refusal { code message } ... on InvalidInput { path }
    ... on Hall { code openDays { day hours { from to } } } } }`;

export async function saveHall(
  platform: TestPlatform,
  token: string,
  changes: Readonly<Record<string, unknown>> = {},
  reason = "启用新大厅",
): Promise<Json> {
  return asked(platform, token, SAVE_HALL, { input: hallInput(changes), reason });
}

/** A platform with the demo city's items and one hall, at ten on Monday 2 March 2026, a week without holidays. */
export async function startHalls(options: Parameters<typeof startCasework>[0] = {}): Promise<{
  readonly platform: TestPlatform;
  readonly manager: TestOfficer;
  readonly clerk: TestOfficer;
}> {
  const platform = await startCasework(options);
  const manager = await newOfficer(platform, { roles: ["HALL_MANAGER"] });
  const clerk = await newClerk(platform);
  const saved = await saveHall(platform, manager.token);
  const { data } = await addReader(platform, manager.token, HALL_READER);
  for (const done of [saved, at(data, "done")]) {
    if (textAt(done, "__typename") !== "Hall") throw new Error(JSON.stringify(done));
  }
  return { platform, manager, clerk };
}

export const newClerk = (
  platform: TestPlatform,
  region = "1101",
  roles: readonly Role[] = ["WINDOW_CLERK"],
) => newOfficer(platform, { roles, region });

export type Visitor = Pick<Applicant, "id" | "token">;

export async function newVisitor(platform: TestPlatform, mode: Mode = "live"): Promise<Visitor> {
  const id = platform.newCitizen();
  return { id, token: await visitorToken(platform, id, mode) };
}

export const visitorToken = (platform: TestPlatform, id: CitizenId, mode: Mode = "live") =>
  platform.tokens.citizen(id, { mode, exp: Date.UTC(2030, 0, 1) / 1_000 });

/** The `done` of a call; throws where the call itself was refused. */
export async function asked(
  platform: TestPlatform,
  token: string | undefined,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Json> {
  const answer = await platform.call({ ...(token ? { token } : {}), query, variables });
  if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
  return at(answer.data, "done");
}

const APPOINTMENT = `__typename ... on Refusal { code message } ... on InvalidInput { path }
  ... on NotAllowedNow { state availableActions } ... on SlotFull { free { from free } }
  ... on BookingBlocked { until }
  ... on Appointment { id day from to status availableActions item hall { code } application { id } ticket { number status } }`;

export type Booking = {
  readonly hall?: string;
  readonly item?: string;
  readonly slot: string;
  readonly application?: string;
  readonly key?: string;
};

export const book = (
  platform: TestPlatform,
  token: string,
  { hall = HALL, item = FUND_ITEM, slot, application, key = randomUUID() }: Booking,
): Promise<Json> =>
  asked(
    platform,
    token,
    `mutation ($input: BookAppointmentInput!, $key: ID!) {
      done: bookAppointment(input: $input, idempotencyKey: $key) { ${APPOINTMENT} } }`,
    { input: { hall, item, slot, ...(application ? { application } : {}) }, key },
  );

/** The work of the scheduled function; it has a minute where nothing else is said. Commits about `failing` fail. */
export const closeDays = (platform: TestPlatform, mode: Mode = "live", until?: Instant, failing?: string) =>
  closeHallDays(
    {
      open: () => {
        const database = platform.database();
        const commit: Commit = async (change) => {
          if (change.aggregate === failing) throw new Error("no connection");
          return commitTo(database)(change);
        };
        return { database, commit };
      },
      now: platform.clock.now,
    },
    mode,
    until ?? plusMs(platform.clock.now(), 60_000),
  );

/** A booked appointment's id. */
export async function booked(platform: TestPlatform, token: string, booking: Booking): Promise<string> {
  const outcome = await book(platform, token, booking);
  if (textAt(outcome, "__typename") !== "Appointment") throw new Error(JSON.stringify(outcome));
  return textAt(outcome, "id");
}

export const move = (platform: TestPlatform, token: string, id: string, slot: string): Promise<Json> =>
  asked(
    platform,
    token,
    `mutation ($id: ID!, $slot: DateTime!) { done: moveAppointment(id: $id, slot: $slot) { ${APPOINTMENT} } }`,
    { id, slot },
  );

export const cancel = (platform: TestPlatform, token: string, id: string): Promise<Json> =>
  asked(platform, token, `mutation ($id: ID!) { done: cancelAppointment(id: $id) { ${APPOINTMENT} } }`, {
    id,
  });

/** An appointment as its citizen sees it; null where they do not. */
export const appointmentOf = (platform: TestPlatform, token: string, id: string): Promise<Json> =>
  asked(
    platform,
    token,
    `query ($id: ID!) { done: node(id: $id) { ... on Appointment { status from day ticket { number } } } }`,
    {
      id,
    },
  );

/** Places that are left, by the local beginning of the slot: "09:00". */
export async function freeOn(
  platform: TestPlatform,
  day: string,
  { item = FUND_ITEM, token }: { readonly item?: string; readonly token?: string } = {},
): Promise<Readonly<Record<string, number>>> {
  const slots = await asked(
    platform,
    token,
    `query ($item: ID!, $day: Date!) { done: hall(code: "${HALL}") { slots(item: $item, day: $day) { from free } } }`,
    { item, day },
  );
  const list = at(slots, "slots");
  return Object.fromEntries(
    (Array.isArray(list) ? list : []).map((slot) => [
      localTime(textAt(slot, "from")),
      Number(at(slot, "free")),
    ]),
  );
}

const localTime = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(11, 16);

/** An instant from a day and a time of day in Asia/Shanghai. */
export const local = (day: string, time: string): string => new Date(`${day}T${time}:00+08:00`).toISOString();

const TICKET = `__typename ... on Refusal { code message } ... on InvalidInput { path }
  ... on NotAllowedNow { state availableActions }
  ... on Ticket { id number status bookedFor window item isNamed application { id status visits { count promised } } }`;

export type TicketWish = {
  readonly hall?: string;
  readonly appointment?: string;
  readonly idNumber?: string;
  readonly card?: CardRead;
  readonly item?: string;
  readonly queue?: string;
  readonly mode?: "LIVE" | "TEST";
  readonly key?: string;
};

export const take = (
  platform: TestPlatform,
  token: string,
  { hall = HALL, key = randomUUID(), ...wish }: TicketWish,
): Promise<Json> =>
  asked(
    platform,
    token,
    `mutation ($input: TakeTicketInput!, $key: ID!) {
      done: takeTicket(input: $input, idempotencyKey: $key) { ${TICKET} } }`,
    { input: { hall, ...wish }, key },
  );

export const callNext = (
  platform: TestPlatform,
  token: string,
  window: string,
  { mode = "LIVE", hall = HALL } = {},
): Promise<Json> =>
  asked(
    platform,
    token,
    `mutation ($hall: ID!, $window: ID!, $mode: Mode) {
      done: callNextTicket(hall: $hall, window: $window, mode: $mode) { ${TICKET} } }`,
    { hall, window, mode },
  );

export const finish = (
  platform: TestPlatform,
  token: string,
  id: string,
  outcome = "SERVED",
  mode = "LIVE",
): Promise<Json> =>
  asked(
    platform,
    token,
    `mutation ($id: ID!, $outcome: TicketOutcome!, $mode: Mode) {
      done: finishTicket(id: $id, outcome: $outcome, mode: $mode) { ${TICKET} } }`,
    { id, outcome, mode },
  );

export const link = (
  platform: TestPlatform,
  token: string,
  id: string,
  { application, card }: { readonly application: string; readonly card?: CardRead },
): Promise<Json> =>
  asked(
    platform,
    token,
    `mutation ($id: ID!, $application: ID!, $card: CardReadInput) {
      done: linkTicket(id: $id, application: $application, card: $card) { ${TICKET} } }`,
    { id, application, card },
  );

/** The word of the hall's card reader about a card just now. */
export const showCard = (platform: TestPlatform, idNumber: string, reader = HALL_READER): CardRead =>
  signRead(reader, { idNumber, readAt: readNow(platform) });

/** Begins an attendance by a called ticket, on the number of an identity card or on a read of it. */
export const receiveTicket = (
  platform: TestPlatform,
  token: string,
  id: string,
  { idNumber, card, key = randomUUID() }: { idNumber?: string; card?: CardRead; key?: string },
): Promise<Json> =>
  asked(
    platform,
    token,
    `mutation ($id: ID!, $idNumber: String, $card: CardReadInput, $key: ID!) {
      done: receiveTicket(id: $id, idNumber: $idNumber, card: $card, idempotencyKey: $key) {
        __typename ... on Refusal { code message } ... on InvalidInput { path }
        ... on NotAllowedNow { state availableActions }
        ... on Attendance { id until ticket { id number application { id } } applications { id } } } }`,
    { id, idNumber, card, key },
  );

export const giveUp = (platform: TestPlatform, token: string, id: string): Promise<Json> =>
  asked(
    platform,
    token,
    `mutation ($id: ID!) { done: giveUpTicket(id: $id) { __typename ... on Refusal { code } ... on NotAllowedNow { state }
      ... on Ticket { id number status } } }`,
    { id },
  );

/** The board on the wall, for anybody: who waits where, and whom each window calls. */
export async function board(platform: TestPlatform): Promise<string> {
  const hall = await asked(
    platform,
    undefined,
    `{ done: hall(code: "${HALL}") { queues { letter waiting } windows { code calls } } }`,
  );
  const [queues, windows] = [at(hall, "queues"), at(hall, "windows")];
  const parts = [
    ...(Array.isArray(queues) ? queues.map((one) => `${textAt(one, "letter")} ${at(one, "waiting")}`) : []),
    ...(Array.isArray(windows)
      ? windows.map((one) => `${textAt(one, "code")}:${at(one, "calls") ?? "-"}`)
      : []),
  ];
  return parts.join(", ");
}
