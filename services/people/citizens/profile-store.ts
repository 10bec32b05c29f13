import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, string } from "dynamodb-toolbox/schema";
import type { Mode } from "../../kernel/actor.ts";
import type { CivilDate } from "../../kernel/civil-date.ts";
import type { Database, TransactItem } from "../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, transactItem } from "../../kernel/database/entity.ts";
import { recordReader } from "../../kernel/database/record-reader.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { citizenKeys } from "./keys.ts";
import type { Profile, ProvenProfile } from "./profile.ts";

const instant = brand<Instant>();

const ProfileEntity = new Entity({
  ...ENTITY,
  name: "Profile",
  schema: item({
    ...KEY,
    citizenId: brand<CitizenId>(),
    name: string(),
    maskedIdNumber: string(),
    sealedIdNumber: string().optional(),
    bornOn: brand<CivilDate>().optional(),
    recordedAt: instant.optional(),
    provenAt: instant.optional(),
  }),
});
const readProfile = recordReader(ProfileEntity);

export async function getProfile(
  database: Pick<Database, "get">,
  mode: Mode,
  id: CitizenId,
): Promise<Profile | undefined> {
  const record = await database.get(recordsTable(mode), citizenKeys.profile(id));
  return record && readProfile(record);
}

export function putProfile(database: Database, mode: Mode, profile: Profile): TransactItem {
  return transactItem(
    ProfileEntity.build(PutTransaction)
      .item(profileRecord(profile))
      .options(inTable(database, recordsTable(mode)))
      .params(),
  );
}

/** Refused where the profile is not, or no longer, the one that was read: none, or an earlier proof. */
export function putProvenProfile(
  database: Database,
  mode: Mode,
  profile: ProvenProfile,
  before: Profile | undefined,
): TransactItem {
  return transactItem(
    ProfileEntity.build(PutTransaction)
      .item(profileRecord(profile))
      .options({
        ...inTable(database, recordsTable(mode)),
        condition: before?.provenAt
          ? { attr: "provenAt", eq: before.provenAt }
          : { attr: "pk", exists: false },
      })
      .params(),
  );
}

const profileRecord = (profile: Profile) => ({ ...citizenKeys.profile(profile.citizenId), ...profile });
