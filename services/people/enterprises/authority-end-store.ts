import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, string } from "dynamodb-toolbox/schema";
import type { Subject } from "../../field/subject.ts";
import type { Mode } from "../../kernel/actor.ts";
import { addDays, midnight } from "../../kernel/civil-date.ts";
import type { Database, TransactItem } from "../../kernel/database/database.ts";
import { type Due, type DuePage, listDue } from "../../kernel/database/due-list.ts";
import { ENTITY, inTable, KEY, transactItem } from "../../kernel/database/entity.ts";
import { INDEX1, recordsTable } from "../../kernel/database/tables.ts";
import { isId } from "../../kernel/ids.ts";
import type { Authority } from "./authority.ts";
import type { AuthorityId } from "./ids.ts";
import { enterpriseKeys } from "./keys.ts";
import { namesMatter } from "./standing.ts";

/** The ends of one mode. */
type EndStore = { readonly database: Database; readonly mode: Mode };

const indexed = string().hidden().optional();
const EndEntity = new Entity({
  ...ENTITY,
  name: "AuthorityEnd",
  schema: item({ ...KEY, index1pk: indexed, index1sk: indexed }),
});

const options = ({ database, mode }: EndStore) => inTable(database, recordsTable(mode));

/** Whether an authority binds an enterprise: others let nobody do anything that lasts, so nothing waits for their end. */
const binds = (principal: Subject, { items }: Authority): boolean =>
  principal.kind === "ENTERPRISE" && namesMatter(items);

/** Puts an authority to bind an enterprise where its end is looked for. */
export function putAuthorityEnd(store: EndStore, principal: Subject, authority: Authority): TransactItem[] {
  if (!binds(principal, authority)) return [];
  const { id, until } = authority;
  const place = `${midnight(addDays(until, 1))}#${id}`;
  const put = EndEntity.build(PutTransaction)
    .item({ ...enterpriseKeys.end(id), [INDEX1.pk]: enterpriseKeys.ends, [INDEX1.sk]: place })
    .options(options(store))
    .params();
  return [transactItem(put)];
}

/** It is revoked before its term, whose end nobody waits for any more. */
export const forgetAuthorityEnd = (
  store: EndStore,
  principal: Subject,
  authority: Authority,
): TransactItem[] =>
  binds(principal, authority)
    ? [
        transactItem(
          EndEntity.build(PutTransaction)
            .item(enterpriseKeys.end(authority.id))
            .options(options(store))
            .params(),
        ),
      ]
    : [];

/** Its term is over, and that was looked at. Refused where it was already. */
export const takeEndOff = (store: EndStore, id: AuthorityId): TransactItem =>
  transactItem(
    EndEntity.build(PutTransaction)
      .item(enterpriseKeys.end(id))
      .options({ ...options(store), condition: { attr: "index1pk", exists: true } })
      .params(),
  );

/** Authorities whose term was over by an instant, the longest first. */
export const listEnded = (store: EndStore, page: DuePage): Promise<readonly Due<AuthorityId>[]> =>
  listDue(store, enterpriseKeys.ends, (id) => isId("aut", id), page);
