import { globSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { SERVICE_APIS } from "../../services/app/api.ts";
import { ENDPOINTS } from "../../services/app/endpoints.ts";
import { RUNTIMES, SERVICES } from "../../services/app/registry.ts";
import { WORK } from "../../services/app/schedules.ts";
import { cases } from "../../services/government/cases/runtime.ts";
import { CONFIG } from "../../services/kernel/process/config.ts";
import type { Service } from "../../services/kernel/service.ts";
import type { ServiceRuntime } from "../../services/kernel/service-runtime.ts";
import { idVariableOf, type SettingStatement } from "../../services/kernel/settings.ts";

const services: readonly Service[] = SERVICES;

const named = (what: (service: Service) => readonly string[]): readonly string[] =>
  services.flatMap(what).toSorted();

const variablesOf = (setting: SettingStatement): readonly string[] =>
  setting.kind === "secret" ? [setting.variable, idVariableOf(setting)] : [setting.variable];

describe("the registry", () => {
  it("names every service that there is, by its folder", () => {
    const folders = globSync("services/*/*/service.ts").map((file) =>
      dirname(file).slice("services/".length),
    );
    expect(folders.length).toBeGreaterThan(20);
    expect(named(({ name }) => [name])).toEqual(folders.toSorted());
    const withModels = globSync("services/*/*/models.ts").map((file) => dirname(file));
    expect(folders.map((folder) => `services/${folder}`)).toEqual(expect.arrayContaining(withModels));
  });

  it("gives every document of the schema to one service, but for what all share", () => {
    const documents = globSync("schema/*.graphql").map((file) => basename(file, ".graphql"));
    expect(named(({ schema }) => schema)).toEqual(documents.filter((name) => name !== "base").toSorted());
  });

  it("has each kind of id where its prefix is stated", () => {
    const kinds = globSync("services/{people,money,convenience,government}/**/*.ts").flatMap((file) => {
      const types = readFileSync(file, "utf8").matchAll(/^export type \w+ = `(\w+)_\$\{string\}`;$/gm);
      return [...types].map(([, prefix = ""]) => ({ file, prefix }));
    });
    expect(kinds.length).toBeGreaterThan(20);
    const astray = kinds.filter(
      ({ file, prefix }) =>
        !services.some(({ name, ids }) => file === `services/${name}/ids.ts` && ids.includes(prefix)),
    );
    expect(astray).toEqual([]);
  });

  it("writes an id only under a prefix that its service states", () => {
    // The kernel's own: a citizen's; a key begins with the platform's name.
    const ofAll = [" ctz", " cvg"];
    const stated = services.flatMap(({ name, ids }) => ids.map((prefix) => `services/${name}/ ${prefix}`));
    const written = globSync("services/{people,money,convenience,government}/**/*.ts").flatMap((file) => {
      const service = `${file.split("/").slice(0, 3).join("/")}/`;
      const ids = readFileSync(file, "utf8").matchAll(
        /(?:newId|personalId)\("(\w+)"|`([a-z]+)_\$\{(?!string\})/g,
      );
      return [...ids].map(([, named, spelled]) => `${service} ${named ?? spelled}`);
    });
    expect(written.length).toBeGreaterThan(15);
    expect(
      written.filter((each) => !stated.includes(each) && !ofAll.some((end) => each.endsWith(end))),
    ).toEqual([]);
  });

  it.each<[string, (service: Service) => readonly string[]]>([
    ["prefix of ids", ({ ids }) => ids],
    ["type with a model", ({ models }) => models],
    ["event", ({ events = {} }) => Object.keys(events)],
    ["words of the trail for an action", ({ trail = {} }) => Object.keys(trail)],
    ["schedule", ({ schedules = [] }) => schedules.map(({ name }) => name)],
    [
      "alarm",
      ({ schedules = [], endpoints = [], alarmsIn = {}, inApi: { lines = [] } = {} }) => [
        ...schedules.flatMap(({ alarms }) => alarms.map(({ name }) => name)),
        ...endpoints.flatMap(({ alarms }) => alarms.map(({ name }) => name)),
        ...Object.values(alarmsIn).flatMap((alarms) => alarms.map(({ name }) => name)),
        ...lines.flatMap(({ alarm }) => (alarm ? [alarm.name] : [])),
      ],
    ],
    ["line of the API's log", ({ inApi }) => (inApi?.lines ?? []).map(({ message }) => message)],
    ["message", ({ messages }) => messages.flatMap((some) => Object.keys(some))],
    ["setting", ({ settings = {} }) => Object.keys(settings)],
    ["variable", ({ settings = {} }) => Object.values(settings).flatMap(variablesOf)],
  ])("has no %s twice", (_, what) => {
    const all = named(what);
    expect(all).toEqual([...new Set(all)]);
  });
});

describe("the settings of services", () => {
  it("take none of the variables that belong to all services", () => {
    const taken: readonly string[] = Object.values(CONFIG);
    const variables = named(({ settings = {} }) => Object.values(settings).flatMap(variablesOf));
    expect(variables.length).toBeGreaterThan(0);
    expect(variables.filter((variable) => taken.includes(variable))).toEqual([]);
  });
});

describe("the settings that a stack makes", () => {
  it("are asked for by the services that read them, so that they reach a function", () => {
    const needs = services.flatMap(({ schedules = [], endpoints = [], needsIn = {}, inApi }) => [
      ...schedules.map((schedule) => schedule.needs),
      ...endpoints.map((endpoint) => endpoint.needs),
      ...Object.values(needsIn),
      ...(inApi?.needs ? [inApi.needs] : []),
    ]);
    const asked: readonly string[] = needs.flatMap(({ secrets = [], choices = [] }) => [
      ...secrets,
      ...choices,
    ]);
    const made = services.flatMap(({ settings = {} }) =>
      Object.entries(settings).flatMap(([name, { kind }]) => (kind === "yes or no" ? [] : [name])),
    );
    expect(made.length).toBeGreaterThan(3);
    expect([...new Set(asked)].toSorted()).toEqual(made.toSorted());
  });
});

describe("the list of resolvers", () => {
  it("has the resolvers of every service, each once", () => {
    const files = globSync("services/{people,money,convenience,government}/**/*resolvers.ts");
    const listed = SERVICE_APIS.flatMap(({ resolvers }) => resolvers);
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed).toHaveLength(files.length);
    expect(SERVICE_APIS).toHaveLength(SERVICES.length);
  });

  it("looks nodes up by prefixes that services state", () => {
    const prefixes = SERVICE_APIS.flatMap(({ nodes = {} }) => Object.keys(nodes));
    expect(prefixes).toEqual([...new Set(prefixes)]);
    expect(named(({ ids }) => ids)).toEqual(expect.arrayContaining(prefixes));
  });
});

describe("a schedule", () => {
  const runtimes: readonly ServiceRuntime[] = RUNTIMES;
  const named = runtimes.flatMap(({ sweeps = {}, rounds = {} }) => [
    ...Object.keys(sweeps),
    ...Object.keys(rounds),
  ]);

  it("has sweeps of services, or a round of its own, and nothing is named that is no schedule", () => {
    const stated = WORK.map(({ schedule }) => schedule.name);
    expect(stated.toSorted()).toEqual([...new Set(named)].toSorted());
    for (const { sweeps, round } of WORK) expect(sweeps.length > 0).toBe(round === undefined);
  });

  it("is given all that services state for it, those of its own service first", () => {
    const does = WORK.flatMap(({ sweeps, round }) => [...sweeps, ...(round ? [round] : [])]);
    const stated = runtimes.flatMap(({ sweeps = {}, rounds = {} }) => [
      ...Object.values(sweeps),
      ...Object.values(rounds),
    ]);
    expect(does).toHaveLength(stated.length);
    expect(does).toEqual(expect.arrayContaining(stated));
    const clocks = WORK.find(({ schedule }) => schedule.name === "run-case-clocks");
    expect(clocks?.sweeps[0]).toBe(cases.sweeps["run-case-clocks"]);
  });

  it("needs no entry point of its own, and no endpoint does", () => {
    const entries = ["functions/endpoint.ts", "functions/graphql.ts", "functions/scheduled.ts"];
    expect(globSync("functions/*.ts").toSorted()).toEqual(entries);
  });
});

describe("an endpoint", () => {
  it("is answered by the service that states it", () => {
    const answered = RUNTIMES.map((one: ServiceRuntime) => [
      one.service.name,
      Object.keys(one.endpoints ?? {}),
    ]);
    const stated = services.map(({ name, endpoints = [] }) => [name, endpoints.map((one) => one.name)]);
    expect(answered).toEqual(stated);
    expect(ENDPOINTS).not.toEqual([]);
  });
});

describe("alarms that a service has in another's schedule", () => {
  it("are alarms in a schedule that there is, which it has work in", () => {
    const runtimes: readonly ServiceRuntime[] = RUNTIMES;
    const stated = runtimes.flatMap(({ service, sweeps = {}, offers = {} }) =>
      Object.keys(service.alarmsIn ?? {}).map((name) => ({ name, work: { sweeps, offers } })),
    );
    expect(stated.length).toBeGreaterThan(0);
    for (const { name, work } of stated) {
      expect(WORK.map(({ schedule }) => schedule.name)).toContain(name);
      expect(work.sweeps[name] ?? work.offers.receivers).toBeDefined();
    }
  });
});

describe("needs that a service has in another's function", () => {
  it("are needs in a schedule or an endpoint that there is", () => {
    const functions = [...WORK.map(({ schedule }) => schedule.name), ...ENDPOINTS.map(({ name }) => name)];
    expect(functions).toEqual([...new Set(functions)]);
    const needing = services.flatMap(({ needsIn = {} }) => Object.keys(needsIn));
    expect(functions).toEqual(expect.arrayContaining(needing));
  });
});
