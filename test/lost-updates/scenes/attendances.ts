import {
  BY_HAND,
  fileCase,
  mutateCase,
  newApplicant,
  newOfficer,
  receive,
} from "../../government/cases/casework.ts";
import { newClerk, saveHall } from "../../government/halls/hall-world.ts";
import { addReader, newReader, readCard, receiveByRead } from "../../support/card-reader.ts";
import { newIdNumber } from "../../support/made-up.ts";
import { type TestPlatform, textAt } from "../../support/platform.ts";
import type { Race } from "../race.ts";
import type { Scenes } from "../world.ts";

const RECEPTIONS = /^Put receptions#/;
const READERS = /^Put hall#\S+ card-readers$/;

/** A clerk who receives two people at once, after so many others. */
async function receiving(platform: TestPlatform, before: number): Promise<Race> {
  const clerk = await newClerk(platform);
  const next = () => receive(platform, clerk, newIdNumber());
  for (let i = 0; i < before; i += 1) await next();
  return { late: next, meanwhile: next };
}

let halls = 0;

/** Two readers that become known at once at a hall with so many. */
async function addingReaders(platform: TestPlatform, before: number): Promise<Race> {
  halls += 1;
  const hall = `BJ-CY-C${halls}`;
  const { token } = await newOfficer(platform, { roles: ["HALL_MANAGER"] });
  await saveHall(platform, token, { code: hall });
  const add = (code: string) => () => addReader(platform, token, newReader(hall, code));
  for (let i = 0; i < before; i += 1) await add(`K-${i}`)();
  return { late: add("W-1"), meanwhile: add("W-2") };
}

export const ATTENDANCES: Scenes = {
  "services/government/cases/mandate/attendance-store.ts putReceptions new": {
    record: RECEPTIONS,
    scene: (platform) => receiving(platform, 0),
  },
  "services/government/cases/mandate/attendance-store.ts putReceptions over": {
    record: RECEPTIONS,
    scene: (platform) => receiving(platform, 1),
  },
  "services/government/cases/mandate/attendance-store.ts writeOn over": {
    record: /^Update att_\w+ attendance$/,
    condition: /endedAt/,
    scene: async (platform) => {
      const [clerk, person] = [await newClerk(platform), await newApplicant(platform)];
      const id = await fileCase(platform, person, { item: BY_HAND });
      const attendance = textAt(await receive(platform, clerk, person.idNumber), "id");
      const withdraw = `withdrawApplication(id: "${id}", reason: "不再租房", attendance: "${attendance}")`;
      return {
        late: () => mutateCase(platform, clerk.token, withdraw),
        meanwhile: () => receive(platform, clerk, newIdNumber()),
      };
    },
  },
  "services/government/cases/mandate/attendance-store.ts endAttendance over": {
    why: "an attendance is never removed, so nothing can come between that it is there and its end",
  },
  "services/government/halls/card-readers/card-reader-store.ts putReaders new": {
    record: READERS,
    scene: (platform) => addingReaders(platform, 0),
  },
  "services/government/halls/card-readers/card-reader-store.ts putReaders over": {
    record: READERS,
    scene: (platform) => addingReaders(platform, 1),
  },
  "services/government/halls/card-readers/card-reader-store.ts putUse new": {
    record: /^Put card-read#/,
    scene: async (platform) => {
      const [one, other] = [await newClerk(platform), await newClerk(platform)];
      const card = await readCard(platform, one.token, newIdNumber());
      return {
        late: () => receiveByRead(platform, one.token, card),
        meanwhile: () => receiveByRead(platform, other.token, card),
      };
    },
  },
};
