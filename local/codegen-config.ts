import type { Service } from "../services/kernel/service.ts";

/** Where a type of the services stands, seen from the generated file. */
const from = (file: string, type: string): string => `../../${file}.ts#${type}`;
const both = (type: string) => ({ input: type, output: type });

const SCALARS = {
  ID: both("string"),
  Money: both(from("kernel/money", "Fen")),
  Decimal: both(from("kernel/decimal", "Decimal")),
  Date: both(from("kernel/civil-date", "CivilDate")),
  Month: both(from("kernel/civil-date", "Month")),
  DateTime: both(from("kernel/runtime", "Instant")),
  JSONObject: both("Readonly<Record<string, unknown>>"),
  RegionCode: both(from("field/region", "RegionCode")),
};

/** The types with a model of the API itself, `services/api/models.ts`. */
const API_MODELS = [
  "Viewer",
  "Region",
  "InvalidInput",
  "NotFound",
  "NotAllowedNow",
  "IdempotencyMismatch",
  "SecretNoLongerShown",
  "OutsideJurisdiction",
  "SameOfficer",
  "TooManyGuesses",
];

/** A type of TypeScript as the generated file writes it, which merges from all services. */
const modelOf = (model: string): string =>
  ["import(", JSON.stringify("../models.ts"), `).Models["${model}"]`].join("");

/** As JSON has them: a front-end takes an amount, a day or an instant for the text that it is. */
const SCALARS_OF_JSON = {
  ...{ Money: "string", Decimal: "string", Date: "string", Month: "string", DateTime: "string" },
  ...{ RegionCode: "string", JSONObject: "Readonly<Record<string, unknown>>" },
};

/** The operations of the front-ends, typed by the schema: a field that is not asked for cannot be read. */
const OF_WEB = {
  preset: "client" as const,
  documents: ["web/**/*.{ts,tsx}", "!web/shared/generated/**"],
  presetConfig: { fragmentMasking: { unmaskFunctionName: "readFragment" } },
  config: {
    documentMode: "string",
    enumsAsTypes: true,
    useTypeImports: true,
    immutableTypes: true,
    strictScalars: true,
    defaultScalarType: "never",
    importExtension: ".ts" as const,
    scalars: SCALARS_OF_JSON,
  },
};

/**
 * The settings of codegen: types for resolvers, given the models that the services state, the schema itself, and the
 * operations of the front-ends.
 */
export function codegenConfig(services: readonly Pick<Service, "models">[]) {
  const models = [...API_MODELS, ...services.flatMap((service) => service.models)];
  return {
    schema: "schema/*.graphql",
    silent: true,
    importExtension: ".ts" as const,
    generates: {
      "services/api/generated/types.ts": {
        plugins: ["typescript", "typescript-resolvers"],
        config: {
          useTypeImports: true,
          enumsAsTypes: true,
          enumType: "string-literal",
          immutableTypes: true,
          maybeValue: "T | null",
          inputMaybeValue: "T | undefined",
          contextType: "../context.ts#Context",
          makeResolverTypeCallable: true,
          resolversNonOptionalTypename: { unionMember: true, interfaceImplementingType: true },
          strictScalars: true,
          defaultScalarType: "never",
          scalars: SCALARS,
          mappers: Object.fromEntries(models.map((model) => [model, modelOf(model)])),
        },
      },
      "services/api/generated/schema.ts": { plugins: ["./services/api/emit-type-defs.mjs"] },
      "services/api/generated/descriptions.ts": { plugins: ["./services/api/emit-descriptions.mjs"] },
      "web/shared/generated/": OF_WEB,
    },
  };
}

/**
 * The fields of all events that services state, as a module for the kernel: each commit reads them, and a function that
 * commits is not to carry what citizens are told, too. Throws for a type that two services state.
 */
export function eventFields(services: readonly Pick<Service, "name" | "events">[]): string {
  const fields = new Map<string, readonly string[]>();
  for (const { name, events = {} } of services) {
    for (const [type, { payload }] of Object.entries(events)) {
      if (fields.has(type)) throw new Error(`${name} states the event ${type}, which another service states`);
      fields.set(type, payload);
    }
  }
  const lines = [...fields].map(([type, names]) => `  ${JSON.stringify(type)}: ${JSON.stringify(names)},\n`);
  return `export const EVENTS = {\n${lines.join("")}} as const;\n`;
}
