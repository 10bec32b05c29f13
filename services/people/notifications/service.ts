import type { Service } from "../../kernel/service.ts";

export const NOTIFICATIONS = {
  name: "people/notifications",
  schema: ["notifications"],
  ids: ["ntf"],
  models: ["Notification"],
  messages: [],
  schedules: [
    {
      name: "deliver-events",
      does: "delivers the events of the outbox",
      logs: "outbox",
      everyMinutes: 1,
      timeoutSeconds: 55,
      memoryMb: 512,
      // Events are found by the index, marked in their audit entries, and told in citizens' records.
      needs: {
        data: [
          { does: "read", in: ["records", "registry"] },
          { does: "find", in: ["records", "registry"], by: "index1" },
          { does: "write", in: ["records"] },
          { does: "update", in: ["registry"] },
        ],
      },
      alarms: [
        {
          name: "OutboxAge",
          means: "events wait for their delivery",
          on: "number",
          metric: "OutboxAgeSeconds",
          field: "oldestAgeSeconds",
          from: "outboxAgeMaxSeconds",
          // No sweep tells of no age at all.
          isRaisedBySilence: true,
        },
        {
          name: "DeadLetters",
          means: "events could not be delivered",
          on: "number",
          metric: "DeadLetterCount",
          field: "dead",
          from: 1,
        },
        { name: "MissedSweeps", means: "sweeps of the outbox fail", on: "missed calls" },
      ],
    },
  ],
} as const satisfies Service;
