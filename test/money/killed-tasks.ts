import { date } from "../../services/kernel/civil-date.ts";
import { commitTo } from "../../services/kernel/commit/commit.ts";
import type { CitizenId } from "../../services/kernel/ids.ts";
import { bookFile } from "../../services/money/payments/reconciliation/book-file.ts";
import { readDayFileRow } from "../../services/money/payments/reconciliation/reconcile-file.ts";
import { must } from "../support/must.ts";
import type { Json, TestPlatform } from "../support/platform.ts";
import { asked, settle } from "./settlements/world.ts";

type By = { readonly citizen: CitizenId } | { readonly treasurer: 1 | 2 } | { readonly apiKey: string };

/** A piece of work that can be done again, however far it has come; its answer stands under `answer`. */
export type Task = { readonly id: string } & (
  | {
      readonly kind: "call";
      readonly by: By;
      readonly query: string;
      readonly variables: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: "settle" }
  | {
      readonly kind: "file";
      readonly day: string;
      readonly rows: readonly Readonly<Record<string, string>>[];
    }
);

/** Tasks that are done at once, at a time; the process dies at a write of them, if it is told to. */
export type Wave = {
  readonly at: string;
  readonly tasks: readonly Task[];
  readonly dies?: { readonly atWrite: number; readonly isBefore: boolean } | undefined;
};

/** The word of a process: it is there, or what has come of a task. */
export type Told =
  | "READY"
  | { readonly task: string; readonly answer: Json }
  | { readonly task: string; readonly fault: string };

export async function perform(platform: TestPlatform, task: Task): Promise<Json> {
  if (task.kind === "settle") {
    const { faults, finished, differing } = await settle(platform);
    if (faults.length > 0) throw faults[0];
    return { finished, differing };
  }
  if (task.kind === "call") {
    const { query, variables, by } = task;
    return asked(platform, { query, variables, ...(await credentialOf(platform, by)) });
  }
  const database = platform.database();
  const ports = {
    ...{ database, commit: commitTo(database), requestId: task.id, now: platform.clock.now },
    mode: "live",
    actor: { kind: "SYSTEM", mode: "live", name: "reconciliation" },
    purposes: platform.ports.parts.payments.purposes,
  } as const;
  const { booked } = await bookFile(ports, "sandbox", date(task.day), task.rows.map(rowOf));
  return booked.length;
}

const rowOf = (fields: Readonly<Record<string, string>>) => must(readDayFileRow(fields));

async function credentialOf({ tokens }: TestPlatform, by: By) {
  if ("apiKey" in by) return by;
  if ("citizen" in by) return { token: await tokens.citizen(by.citizen) };
  const [id, person] = [`ofc_000000000000000${by.treasurer}`, `ctz_000000000000000${by.treasurer}`] as const;
  return { token: await tokens.officer({ roles: ["TREASURER"], id, person: person as CitizenId }) };
}
