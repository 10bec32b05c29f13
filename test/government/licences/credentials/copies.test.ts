import { beforeAll, describe, expect, it } from "vitest";
import { writeCredential } from "../../../../services/government/licences/credentials/write-credential.ts";
import { plusMs } from "../../../../services/kernel/runtime.ts";
import { BANK, CLAIM, COPY_ENDS, copyOf, LANDLORD, verifyCopy } from "./copy-rows.ts";
import { openWorld, told, VERSION, type World } from "./credential-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const VALID = { verdict: "VALID" };

describe("a copy for one purpose", () => {
  it("is valid offline for its verifier, which is told the purpose and the chosen fields, and no others", async () => {
    const answer = await verifyCopy(world, await copyOf(world));
    expect(answer).toMatchObject({
      ...VALID,
      claims: {
        copy: { ...CLAIM, verifier: LANDLORD },
        content: { operator: "北京京味小馆", premises: { region: "110105" } },
      },
    });
    expect(answer).not.toHaveProperty("claims.cnf");
    expect(answer).not.toHaveProperty("claims.content.items");
    expect(answer).not.toHaveProperty("claims.content.legalRepresentative");
  });

  it("is for a partner by its id, whatever it is called", async () => {
    const text = await copyOf(world, { verifier: BANK });
    expect(told(await verifyCopy(world, text, { partner: BANK.partner }))).toEqual(VALID);
    expect(told(await verifyCopy(world, text, BANK))).toEqual(VALID);
  });

  it("holds to the last moment of its period, and again and again: uses and revocation are told online alone", async () => {
    const text = await copyOf(world);
    const now = plusMs(COPY_ENDS, -1);
    const at = (fetchedAt = now) => ({
      statusOf: () => ({ status: 0, sequence: 12, fetchedAt, ttlS: 300 }),
    });
    for (let i = 0; i < 2; i += 1)
      expect(told(await verifyCopy(world, text, LANDLORD, now, at()))).toEqual(VALID);
    expect(told(await verifyCopy(world, text, LANDLORD, COPY_ENDS, at(COPY_ENDS)))).toEqual({
      ...{ verdict: "NOT_VALID", reason: "COPY_OVER" },
    });
  });

  it("may be about no case of its verifier's", async () => {
    const { case: _, ...claim } = CLAIM;
    const { deviceKey: __, ...terms } = world.terms;
    const text = await writeCredential(VERSION, { ...terms, copy: { claim, fields: [] } });
    expect(told(await verifyCopy(world, text))).toEqual(VALID);
  });
});
