import { globSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { SERVICE_APIS } from "../../services/app/api.ts";
import { ENTERPRISE_FOLLOWERS, PURPOSES } from "../../services/app/payment-parts.ts";
import { RECEIVERS } from "../../services/app/receiver.ts";
import { offered, RUNTIMES, SERVICES } from "../../services/app/registry.ts";
import type { Service } from "../../services/kernel/service.ts";
import type { ServiceRuntime } from "../../services/kernel/service-runtime.ts";

const services: readonly Service[] = SERVICES;

const named = (what: (service: Service) => readonly string[]): readonly string[] =>
  services.flatMap(what).toSorted();

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

  it.each<[string, (service: Service) => readonly string[]]>([
    ["prefix of ids", ({ ids }) => ids],
    ["type with a model", ({ models }) => models],
    ["event", ({ events = {} }) => Object.keys(events)],
    ["words of the trail for an action", ({ trail = {} }) => Object.keys(trail)],
    ["schedule", ({ schedules = [] }) => schedules.map(({ name }) => name)],
    ["alarm", ({ schedules = [] }) => schedules.flatMap(({ alarms }) => alarms.map(({ name }) => name))],
    ["message", ({ messages }) => messages.flatMap((some) => Object.keys(some))],
  ])("has no %s twice", (_, what) => {
    const all = named(what);
    expect(all).toEqual([...new Set(all)]);
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

describe("what scheduled functions name, so as not to carry all services,", () => {
  it("is what the registry offers", () => {
    expect(PURPOSES).toEqual(offered("purposes"));
    expect(ENTERPRISE_FOLLOWERS).toEqual(offered("enterpriseFollowers"));
    expect(RECEIVERS).toEqual(offered("receivers"));
  });
});

describe("a schedule", () => {
  const schedules = services.flatMap((service) => service.schedules ?? []);
  const sweeps = RUNTIMES.flatMap((one: ServiceRuntime) => Object.entries(one.sweeps ?? {}));

  it("has an entry point, and every entry point that is no request's has a schedule", () => {
    const requests = ["functions/graphql.ts", "functions/payment-notification.ts"];
    const entries = schedules.map(({ entry }) => entry).filter((entry) => entry.startsWith("functions/"));
    expect([...entries, ...requests].toSorted()).toEqual(globSync("functions/*.ts").toSorted());
    for (const { entry } of schedules) expect(globSync(entry)).toEqual([entry]);
  });

  it("has sweeps, which the local platform does as well, but for events and ledgers", () => {
    const swept = new Set(sweeps.map(([schedule]) => schedule));
    const withPaceOfItsOwn = ["deliver-events", "verify-ledger"];
    expect([...swept, ...withPaceOfItsOwn].toSorted()).toEqual(schedules.map(({ name }) => name).toSorted());
  });

  it("does, in the function that is called for it, the sweeps that services state for it", () => {
    for (const [schedule, sweep] of sweeps) {
      const stated = schedules.find(({ name }) => name === schedule);
      expect(readFileSync(stated?.entry ?? "", "utf8")).toContain(`${sweep.name}(`);
    }
  });
});
