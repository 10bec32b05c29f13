import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, number, string } from "dynamodb-toolbox/schema";
import type { Mode } from "../../../kernel/actor.ts";
import type { Database, TransactItem } from "../../../kernel/database/database.ts";
import { ENTITY, inTable, KEY, transactItem } from "../../../kernel/database/entity.ts";
import { INDEX1, recordsTable, TIME_TO_LIVE, timeToLive } from "../../../kernel/database/tables.ts";
import { type CitizenId, isId } from "../../../kernel/ids.ts";
import { DAY_MS, plusMs } from "../../../kernel/runtime.ts";
import type { ApplicationId } from "../ids.ts";
import { applicationKeys } from "../keys.ts";
import type { MemberAsk } from "../materials/member-ask.ts";

/** A material of a case that a member is asked for. */
export type AskPlace = { readonly application: ApplicationId; readonly material: string };

type Store = { readonly database: Database; readonly mode: Mode };

const AskEntity = new Entity({
  ...ENTITY,
  name: "HouseholdAsk",
  schema: item({
    ...{ ...KEY, [INDEX1.pk]: string().hidden(), [INDEX1.sk]: string().hidden() },
    [TIME_TO_LIVE]: number().hidden(),
  }),
});

/**
 * A draft lapses 90 days after it was last saved, and a case that was handed in by then is corrected and decided within as many
 * again: behind that there is nothing to answer. The case's materials keep the ask, and an answer to it needs no list.
 */
const LISTED_MS = 180 * DAY_MS;

/**
 * Lists an ask with those of its member; the case's materials say what has become of it. Each material has one entry, so
 * the ask whose place this one takes is in no list any more.
 */
export const putMembersAsk = (
  { database, mode }: Store,
  application: ApplicationId,
  { material, member, askedAt }: Pick<MemberAsk, "material" | "member" | "askedAt">,
): TransactItem =>
  transactItem(
    AskEntity.build(PutTransaction)
      .item({
        ...applicationKeys.householdAsk(application, material),
        [INDEX1.pk]: applicationKeys.householdAsks(member),
        [INDEX1.sk]: `${askedAt}#${application}#${material}`,
        [TIME_TO_LIVE]: timeToLive(plusMs(askedAt, LISTED_MS)),
      })
      .options(inTable(database, recordsTable(mode)))
      .params(),
  );

/** So many asks of a person are listed. */
const ASKS_MAX = 50;

/** The newest first; the index may lag behind, so each is to be read as it is now. */
export async function listAsksOf({ database, mode }: Store, member: CitizenId): Promise<readonly AskPlace[]> {
  const { items } = await database.query({
    table: recordsTable(mode),
    pk: applicationKeys.householdAsks(member),
    ...{ index: INDEX1, limit: ASKS_MAX, newestFirst: true },
  });
  return items.flatMap(({ pk, sk }) => {
    const [application, entry] = [String(pk), String(sk)];
    const material = entry.slice(entry.indexOf("#") + 1);
    return isId("app", application) ? [{ application, material }] : [];
  });
}
