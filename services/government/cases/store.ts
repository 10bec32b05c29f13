import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { any, item, list, map, number, string } from "dynamodb-toolbox/schema";
import type { RegionCode } from "../../field/region.ts";
import { CAPACITIES, type Subject } from "../../field/subject.ts";
import type { Mode } from "../../kernel/actor.ts";
import type { Database, TransactItem } from "../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, overRevision, transactItem } from "../../kernel/database/entity.ts";
import { recordReader } from "../../kernel/database/record-reader.ts";
import { INDEX1, INDEX2, recordsTable } from "../../kernel/database/tables.ts";
import { type CitizenId, isId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { HeldValue } from "../catalogue/index.ts";
import {
  type Appeal,
  type Application,
  CASE_STAGES,
  CHANNELS,
  type Complaint,
  type Confirmation,
  type Correction,
  type Decision,
  type FormData,
  type PartnerOf,
  type Revocation,
  RULING_STATES,
  type TakenInAt,
  type Transfer,
} from "./application.ts";
import type { CaseNumber } from "./case-number.ts";
import type { Clock } from "./clock.ts";
import { dutyOf } from "./duty.ts";
import type { HeldMark } from "./held/held-form.ts";
import type { ApplicationId } from "./ids.ts";
import type { SiteInspection } from "./inspection-on-site.ts";
import { applicationKeys } from "./keys.ts";
import { STATUSES } from "./life.ts";
import { nextTick } from "./tick.ts";
import type { FinishedStep, Task } from "./workflow.ts";

/** The applications of one mode. */
export type ApplicationStore = { readonly database: Database; readonly mode: Mode };

const id = brand<ApplicationId>();
const instant = brand<Instant>();
const indexed = string().hidden().optional();

const CaseEntity = new Entity({
  ...ENTITY,
  name: "Application",
  schema: item({
    ...KEY,
    index1pk: indexed,
    index1sk: indexed,
    index2pk: indexed,
    index2sk: indexed,
    id,
    citizenId: brand<CitizenId>(),
    subject: any().castAs<Subject>(),
    capacity: string().enum(...CAPACITIES),
    partner: any().castAs<PartnerOf>().optional(),
    item: map({ code: string(), version: number() }),
    department: string(),
    region: brand<RegionCode>(),
    channel: string().enum(...CHANNELS),
    takenInAt: any().castAs<TakenInAt>().optional(),
    stage: string().enum(...CASE_STAGES),
    status: string().enum(...STATUSES),
    createdAt: instant,
    savedAt: instant,
    submittedAt: instant.optional(),
    number: brand<CaseNumber>().optional(),
    submission: string().optional(),
    duplicateReason: string().optional(),
    correction: any().castAs<Correction>().optional(),
    confirmation: any().castAs<Confirmation>().optional(),
    tasks: any().castAs<readonly Task[]>(),
    finished: any().castAs<readonly FinishedStep[]>(),
    handlers: any().castAs<readonly CitizenId[]>().optional(),
    inspections: any().castAs<readonly SiteInspection[]>().optional(),
    clock: any().castAs<Clock>(),
    transfers: any().castAs<readonly Transfer[]>().optional(),
    ruling: string()
      .enum(...RULING_STATES)
      .optional(),
    decision: any().castAs<Decision>().optional(),
    appeal: any().castAs<Appeal>().optional(),
    pastAppeals: any().castAs<readonly Appeal[]>().optional(),
    revocation: any().castAs<Revocation>().optional(),
    lapse: any().castAs<NonNullable<Application["lapse"]>>().optional(),
    complaints: any().castAs<readonly Complaint[]>().optional(),
    endedAt: instant.optional(),
    revision: number(),
    creation: string(),
  }),
});
const readCase = recordReader(CaseEntity);

const FormEntity = new Entity({
  ...ENTITY,
  name: "ApplicationForm",
  // As text: a form may hold names and numbers that the database does not take.
  schema: item({
    ...{ ...KEY, form: string(), revision: number() },
    held: list(
      map({ path: list(string()), source: brand<HeldValue>(), owner: brand<CitizenId>().optional() }),
    ).optional(),
  }),
});
const readForm = recordReader(FormEntity);

const options = ({ database, mode }: ApplicationStore) => inTable(database, recordsTable(mode));

export async function getApplication(
  { database, mode }: ApplicationStore,
  application: ApplicationId,
): Promise<Application | undefined> {
  const record = await database.get(recordsTable(mode), applicationKeys.application(application));
  if (!record) return undefined;
  const { pk: _, sk: __, ...found } = readCase(record);
  return found;
}

/** The case behind an id that somebody names; undefined where it is none. */
export const findApplication = async (
  store: ApplicationStore,
  id: string,
): Promise<Application | undefined> => (isId("app", id) ? getApplication(store, id) : undefined);

/** A form as it is kept, and the fields of it that the platform has filled in. */
export type KeptForm = { readonly form: FormData; readonly held: readonly HeldMark[] };

export async function getKeptForm(
  { database, mode }: ApplicationStore,
  application: ApplicationId,
): Promise<KeptForm> {
  const record = await database.get(recordsTable(mode), applicationKeys.applicationForm(application));
  if (!record) return { form: {}, held: [] };
  const { form, held = [] } = readForm(record);
  return { form: JSON.parse(form), held };
}

export const getForm = async (store: ApplicationStore, application: ApplicationId): Promise<FormData> =>
  (await getKeptForm(store, application)).form;

/** A case's record, with its places in the lists of what its clock and its applicant have to do. */
export function putApplication(
  store: ApplicationStore,
  next: Application,
  before: Application | undefined,
): TransactItem {
  const tick = nextTick(next);
  const clock = tick
    ? { [INDEX1.pk]: applicationKeys.caseClock(next.id), [INDEX1.sk]: `${tick.at}#${next.id}` }
    : {};
  const due = dutyOf(next);
  const toDo = due
    ? {
        [INDEX2.pk]: applicationKeys.toDo(next.subject),
        [INDEX2.sk]: `${due.dueOn}#${due.duty}#${next.id}#${next.item.code}`,
      }
    : {};
  const condition = overRevision(before?.revision);
  const record = CaseEntity.build(PutTransaction)
    .item({ ...applicationKeys.application(next.id), ...clock, ...toDo, ...next })
    .options({ ...options(store), condition })
    .params();
  return transactItem(record);
}

/** The case's record guards it in the same commit. */
export const putForm = (
  store: ApplicationStore,
  { id: application, revision }: Application,
  { form, held }: KeptForm,
): TransactItem =>
  transactItem(
    FormEntity.build(PutTransaction)
      .item({
        ...{ ...applicationKeys.applicationForm(application), form: JSON.stringify(form), revision },
        ...(held.length > 0 ? { held: held.map(({ path, ...mark }) => ({ ...mark, path: [...path] })) } : {}),
      })
      .options(options(store))
      .params(),
  );
