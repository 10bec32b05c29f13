import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Instant, systemRuntime } from "../../../services/kernel/runtime.ts";
import { openTextMessages } from "../../../services/people/telephones/index.ts";
import type { SendText } from "../../../services/people/telephones/text-messages.ts";
import { openHttpText } from "../../../services/people/telephones/texts/http-text.ts";
import { PATIENT_LIMITS } from "../../support/signed-peer.ts";
import { type SenderFault, startTextSender, type TextSender } from "../../support/text-sender.ts";

const ATTEMPTS = PATIENT_LIMITS.RETRIES_MAX + 1;
const AT = "2026-11-23T02:00:00.000Z" as Instant;
const MESSAGE = { id: "txt_1", mobile: "13812345678", text: "【政务服务】验证码 123456" };
const SENT = [{ messageId: "txt_1", mobile: MESSAGE.mobile, text: MESSAGE.text }];

let sender: TextSender;
let send: SendText;
let logged: string[];

const ports = () => ({
  runtime: { ...systemRuntime, now: () => AT },
  log: (level: string, message: string, fields = {}) =>
    void logged.push(JSON.stringify({ level, message, ...fields })),
});
const open = (limits = PATIENT_LIMITS): SendText => openHttpText(sender.peer, ports(), limits);

beforeEach(async () => {
  logged = [];
  sender = await startTextSender({ now: () => AT, slowMs: 2_000 });
  send = open();
});
afterEach(() => sender.stop());

const unknown = (reason: string) => ({ outcome: "UNKNOWN", reason });
const times = (n: number, fault: SenderFault): readonly SenderFault[] => Array(n).fill(fault);

describe("a text message over HTTP", () => {
  it("is sent", async () => {
    expect(await send(MESSAGE)).toEqual({ outcome: "ACCEPTED" });
    expect(sender.sent()).toEqual(SENT);
  });

  it("is refused by a number that takes none", async () => {
    sender.refused.add(MESSAGE.mobile);
    expect(await send(MESSAGE)).toEqual({ outcome: "REFUSED", reason: "NOT_SENT" });
    expect(sender.sent()).toEqual([]);
  });

  it.each(["LOST_REQUEST", "LOST_ANSWER", "SLOW_ANSWER", "ERROR_500", "BUSY_429"] as const)(
    "is said again after %s, and sent once",
    async (fault) => {
      sender.fail(fault);
      expect(await open({ ...PATIENT_LIMITS, ATTEMPT_TIMEOUT_MS: 1_000 })(MESSAGE)).toEqual({
        outcome: "ACCEPTED",
      });
      expect(sender.requests).toHaveLength(2);
      expect(sender.sent()).toEqual(SENT);
    },
  );

  it.each([
    ["LOST_REQUEST", "CONNECTION_LOST", ATTEMPTS],
    ["ERROR_500", "CHANNEL_FAULT", ATTEMPTS],
    ["DENIED_403", "CALL_REFUSED", 1],
    ["REDIRECTED", "CALL_REFUSED", 1],
    ["UNSIGNED", "NOT_AUTHENTIC", 1],
    ["SIGNED_BY_ANOTHER", "NOT_AUTHENTIC", 1],
    ["SIGNED_FOR_ANOTHER_REQUEST", "NOT_AUTHENTIC", 1],
    ["SIGNED_FOR_ANOTHER_CLIENT", "NOT_AUTHENTIC", 1],
    ["SIGNED_AS_PAYMENT", "NOT_AUTHENTIC", 1],
    ["ABOUT_ANOTHER_MESSAGE", "NOT_AUTHENTIC", 1],
    ["ENDLESS_ANSWER", "NOT_AUTHENTIC", 1],
  ] as const)("may have been sent or not after %s", async (fault, reason, requests) => {
    sender.fail(...times(ATTEMPTS, fault));
    expect(await send(MESSAGE)).toEqual(unknown(reason));
    expect(sender.requests).toHaveLength(requests);
  });

  it("may have been sent or not by an answer that was changed on its way", async () => {
    sender.refused.add(MESSAGE.mobile);
    sender.fail("TAMPERED");
    expect(await send(MESSAGE)).toEqual(unknown("NOT_AUTHENTIC"));
  });

  it.each([[{ outcome: "SENT" }], [{ outcome: null }], [{ outcome: ["ACCEPTED"] }], [{ messageId: 7 }]])(
    "may have been sent or not by what the protocol does not know: %o",
    async (answer) => {
      sender.tell(answer);
      expect(await send(MESSAGE)).toEqual(unknown("NOT_AUTHENTIC"));
    },
  );

  it("is not tried where the sender fails again and again", async () => {
    sender.fail(...times(6, "ERROR_500"));
    await send(MESSAGE);
    await send(MESSAGE);
    const asked = sender.requests.length;
    expect(await send(MESSAGE)).toEqual(unknown("CIRCUIT_OPEN"));
    expect(sender.requests).toHaveLength(asked);
  });

  it("stands in no log, sent or not", async () => {
    sender.fail("ERROR_500", "DENIED_403");
    await send(MESSAGE);
    sender.refused.add(MESSAGE.mobile);
    await send(MESSAGE);
    const log = logged.join("\n");
    expect(log).toContain("text messages: no answer");
    expect(log).toContain("text messages: outcome unknown");
    for (const secret of [MESSAGE.mobile, "123456", "验证码", "text-message-signature"])
      expect(log).not.toContain(secret);
  });
});

describe("the text messages of a deployment", () => {
  const texts = (settings: string | undefined, printsTextMessages = false) =>
    openTextMessages(
      { textMessages: settings === undefined ? undefined : { value: settings }, printsTextMessages },
      ports(),
    );

  it("go by whom the settings name, in the mode that they name", async () => {
    const { live, test } = await texts(`{"live":${sender.secret}}`);
    expect(await live(MESSAGE)).toEqual({ outcome: "ACCEPTED" });
    expect(await test({ ...MESSAGE, id: "txt_2" })).toEqual({ outcome: "ACCEPTED" });
    expect(sender.sent()).toEqual(SENT);
  });

  it("are not sent live where nobody is named, and go nowhere in test mode", async () => {
    const shown = vi.spyOn(process.stdout, "write");
    const { live, test } = await texts(undefined);
    expect(await live(MESSAGE)).toEqual({ outcome: "REFUSED", reason: "NOT_CONNECTED" });
    expect(await test(MESSAGE)).toEqual({ outcome: "ACCEPTED" });
    const lines = shown.mock.calls.join();
    shown.mockRestore();
    expect([lines, logged.join()].join()).not.toContain(MESSAGE.mobile);
  });

  it("are shown on a developer's console, and not in the log", async () => {
    const shown = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    const { live, test } = await texts(undefined, true);
    await live(MESSAGE);
    await test(MESSAGE);
    const lines = shown.mock.calls.map(([line]) => line);
    shown.mockRestore();
    expect(lines).toEqual(Array(2).fill(`text message to ${MESSAGE.mobile}: ${MESSAGE.text}\n`));
    expect(logged).toEqual([]);
  });

  it("are not sent, and that is said, where the settings make no sense", async () => {
    const { live } = await texts(`{"live":{"origin":"http://text.example.cn"}}`);
    expect(await live(MESSAGE)).toEqual({ outcome: "REFUSED", reason: "NOT_CONNECTED" });
    expect(logged.join()).toContain("settings of the text messages: origin is not https");
  });
});
