import { describe, expect, it } from "vitest";
import type { Scope } from "../../../services/kernel/actor.ts";
import { scopeNames } from "../../../services/kernel/enum-words.ts";
import type { Instant } from "../../../services/kernel/runtime.ts";
import { type ApplicationInput, checkApplication } from "../../../services/people/partners/application.ts";
import {
  type Action,
  apply,
  approve,
  availableActions,
  confirmRenewal,
  eventFor,
  grantLive,
  isRepresentative,
  OPEN_MODES,
  type Partner,
  type PartnerStatus,
  refuseRenewal,
  reinstate,
  reject,
  suspend,
  TRANSITIONS,
} from "../../../services/people/partners/partner.ts";
import type { RegisterStatement } from "../../../services/people/partners/register-statement.ts";
import { lapse, renew } from "../../../services/people/partners/renewal.ts";
import { must } from "../../support/must.ts";

const NOW = "2026-11-23T02:00:00.000Z" as Instant;
const FIRST = { id: "ofc_first000", person: "ctz_first" } as const;
const SECOND = { id: "ofc_second00", person: "ctz_second" } as const;
const STATUSES: readonly PartnerStatus[] = [
  "PENDING",
  "APPROVED",
  "LIVE",
  "LAPSED",
  "RENEWING",
  "SUSPENDED",
  "REJECTED",
];
const ACTIONS: readonly Action[] = [
  "approve",
  "reject",
  "grantLive",
  "confirmRenewal",
  "refuseRenewal",
  "suspend",
  "reinstate",
];

const APPLICATION: ApplicationInput = {
  name: "京城便民科技有限公司",
  creditCode: "11100000000013338W",
  contact: { name: "李明", phone: "13800138000", email: "liming@example.cn" },
  purpose: "便民服务",
  scopes: ["HOUSING_FUND_READ", "PROFILE_READ"],
};

const statement: RegisterStatement = {
  ...{ name: "京城便民科技有限公司", standing: "IN_BUSINESS", representativeName: "李明" },
  ...{ legalRepresentative: "ctz_00000000000000aa", recordedAt: NOW },
};

const applicant = {
  id: "ptn_00000000000000aa",
  representative: "ctz_00000000000000aa",
  representativeMode: "live",
  fingerprint: "f",
  statement,
  capacity: "LEGAL_REPRESENTATIVE",
} as const;

const LAPSE = { reason: "REPRESENTATIVE_CHANGED", at: NOW, revision: 2 } as const;
const RENEWAL = {
  representative: "ctz_00000000000000bb",
  statement: { ...statement, legalRepresentative: "ctz_00000000000000bb" },
  capacity: "LEGAL_REPRESENTATIVE",
} as const;

const pending = apply(must(checkApplication(APPLICATION)), applicant, NOW);

function partnerIn(status: PartnerStatus): Partner {
  const approved = must(approve(pending, ["PROFILE_READ"], FIRST));
  switch (status) {
    case "PENDING":
      return pending;
    case "REJECTED":
      return must(reject(pending));
    case "APPROVED":
      return approved;
    case "LIVE":
      return must(grantLive(approved, SECOND));
    case "LAPSED":
      return lapsed(partnerIn("LIVE"));
    case "RENEWING":
      return must(renew(partnerIn("LAPSED"), RENEWAL));
    case "SUSPENDED":
      return must(suspend(approved));
  }
}

function lapsed(partner: Partner): Partner {
  const next = lapse(partner, LAPSE);
  if (!next) throw new Error(`${partner.status} does not lapse`);
  return next;
}

function act(partner: Partner, action: Action) {
  switch (action) {
    case "approve":
      return approve(partner, ["PROFILE_READ"], FIRST);
    case "reject":
      return reject(partner);
    case "grantLive":
      return grantLive(partner, SECOND);
    case "confirmRenewal":
      return confirmRenewal(partner);
    case "refuseRenewal":
      return refuseRenewal(partner);
    case "suspend":
      return suspend(partner);
    case "reinstate":
      return reinstate(partner);
  }
}

describe("the life of a partner", () => {
  const expected: Readonly<Record<PartnerStatus, Partial<Record<Action, PartnerStatus>>>> = {
    PENDING: { approve: "APPROVED", reject: "REJECTED" },
    APPROVED: { grantLive: "LIVE", suspend: "SUSPENDED" },
    LIVE: { suspend: "SUSPENDED" },
    LAPSED: { suspend: "SUSPENDED" },
    RENEWING: { confirmRenewal: "LIVE", refuseRenewal: "LAPSED", suspend: "SUSPENDED" },
    SUSPENDED: { reinstate: "APPROVED" },
    REJECTED: {},
  };
  it.each(STATUSES.flatMap((status) => ACTIONS.map((action) => [status, action] as const)))(
    "%s and %s go together exactly as the table says",
    (status, action) => {
      const result = act(partnerIn(status), action);
      const target = expected[status][action];
      if (target) expect(must(result).status).toBe(target);
      else {
        expect(result).toEqual({
          ok: false,
          error: { code: "NOT_ALLOWED_NOW", state: status, availableActions: availableActions(status) },
        });
      }
      expect(availableActions(status)).toEqual(Object.keys(TRANSITIONS[status]));
    },
  );

  it("a reinstated partner is what it was before: live access is not lost, nor won", () => {
    for (const before of ["APPROVED", "LIVE", "LAPSED", "RENEWING"] as const) {
      const back = must(reinstate(must(suspend(partnerIn(before)))));
      expect(back.status).toBe(before);
      expect(back.statusBefore).toBeUndefined();
    }
  });

  it("keys work in no mode before approval, nor while suspended, nor after a rejection", () => {
    expect(OPEN_MODES).toEqual({
      PENDING: [],
      APPROVED: ["test"],
      LIVE: ["test", "live"],
      LAPSED: ["test"],
      RENEWING: ["test"],
      SUSPENDED: [],
      REJECTED: [],
    });
  });

  it("every change counts up the revision", () => {
    expect(pending.revision).toBe(1);
    expect(partnerIn("LIVE").revision).toBe(3);
  });
});

describe("a change of the register", () => {
  const after: Readonly<Record<PartnerStatus, PartnerStatus | undefined>> = {
    PENDING: "PENDING",
    APPROVED: "APPROVED",
    LIVE: "LAPSED",
    LAPSED: undefined,
    RENEWING: "LAPSED",
    SUSPENDED: "SUSPENDED",
    REJECTED: undefined,
  };
  it.each(STATUSES)("ends live access of a partner that is %s, and is met once", (status) => {
    const { lapse: known, ...partner } = partnerIn(status);
    const next = lapse(status === "LAPSED" && known ? { ...partner, lapse: known } : partner, LAPSE);
    expect(next?.status).toBe(after[status]);
    if (!next) return expect(next).toBeUndefined();
    expect(next).toMatchObject({ lapse: LAPSE, revision: partner.revision + 1 });
    expect(lapse(next, LAPSE)).toBeUndefined();
  });

  it.each(STATUSES)("is met anew where it is the second, of the same reason or another: %s", (status) => {
    const { lapse: _, ...partner } = partnerIn(status);
    const first = { ...partner, lapse: LAPSE };
    const seconds = [
      { ...LAPSE, revision: 3 },
      { ...LAPSE, reason: "NOT_IN_BUSINESS" },
    ] as const;
    for (const second of seconds) {
      const next = lapse(first, second);
      if (status === "REJECTED") expect(next).toBeUndefined();
      else {
        const { lapse: because, revision } = next ?? {};
        expect([next?.status, because, revision]).toEqual([
          ...[after[status] ?? status, second, partner.revision + 1],
        ]);
      }
    }
  });

  it("during a suspension leaves nothing live to go back to", () => {
    for (const before of ["LIVE", "RENEWING"] as const) {
      const { lapse: _, ...suspended } = must(suspend(partnerIn(before)));
      const back = must(reinstate(lapsed(suspended)));
      expect(back.status).toBe("LAPSED");
    }
    expect(must(reinstate(lapsed(must(suspend(partnerIn("APPROVED")))))).status).toBe("APPROVED");
  });

  it.each(STATUSES)("is answered by a renewal where there is something to renew: %s", (status) => {
    const renewed = renew(partnerIn(status), RENEWAL);
    const target = { PENDING: "PENDING", APPROVED: "APPROVED", LAPSED: "RENEWING", RENEWING: "RENEWING" };
    const expected: Partial<Record<PartnerStatus, string>> = target;
    if (!expected[status]) {
      expect(renewed).toEqual({
        ok: false,
        error: { code: "NOT_ALLOWED_NOW", state: status, availableActions: [] },
      });
      return;
    }
    const { revision } = partnerIn(status);
    expect(must(renewed)).toMatchObject({ ...RENEWAL, status: expected[status], revision: revision + 1 });
  });

  it("is answered before there was live access, and nothing of it is left", () => {
    for (const status of ["PENDING", "APPROVED"] as const) {
      expect(must(renew(lapsed(partnerIn(status)), RENEWAL))).not.toHaveProperty("lapse");
    }
    const { lapse: _, ...without } = partnerIn("LAPSED");
    expect(must(renew(without, RENEWAL))).not.toHaveProperty("lapse");
  });

  it("is renewed once more with another contact, and keeps the one that it has where none is given", () => {
    const contact = { name: "王芳", phone: "13900139000", email: "wangfang@example.cn" };
    const renewed = must(renew(partnerIn("RENEWING"), { ...RENEWAL, contact }));
    expect(renewed.contact).toEqual(contact);
    expect(must(renew(renewed, RENEWAL)).contact).toEqual(contact);
  });

  it("is forgotten with the confirmed renewal, and not before", () => {
    expect(partnerIn("RENEWING").lapse).toEqual(LAPSE);
    expect(must(confirmRenewal(partnerIn("RENEWING")))).toMatchObject({ status: "LIVE", ...RENEWAL });
    expect(must(confirmRenewal(partnerIn("RENEWING"))).lapse).toBeUndefined();
    expect(must(refuseRenewal(partnerIn("RENEWING"))).lapse).toEqual(LAPSE);
  });
});

describe("a sign-in to the sandbox", () => {
  it("opens nothing live", () => {
    const sandbox = { ...partnerIn("APPROVED"), representativeMode: "test" } as const;
    expect(grantLive(sandbox, SECOND)).toEqual({
      ...{ ok: false, error: { code: "PARTNER_OF_THE_SANDBOX", path: ["id"] } },
    });
  });
});

describe("four eyes", () => {
  it("the officer who approved cannot grant live access", () => {
    expect(grantLive(partnerIn("APPROVED"), FIRST)).toEqual({
      ok: false,
      error: { code: "SAME_OFFICER" },
    });
  });

  it("nor by another sign-in of theirs", () => {
    const again = { id: "ofc_third000", person: FIRST.person } as const;
    expect(grantLive(partnerIn("APPROVED"), again)).toMatchObject({ error: { code: "SAME_OFFICER" } });
  });

  it("and still not after a suspension in between", () => {
    const back = must(reinstate(must(suspend(partnerIn("APPROVED")))));
    expect(grantLive(back, FIRST)).toMatchObject({ error: { code: "SAME_OFFICER" } });
    expect(must(grantLive(back, SECOND)).status).toBe("LIVE");
  });
});

describe("an approval", () => {
  const cases: readonly [readonly Scope[], unknown][] = [
    [[], { code: "SCOPES_EMPTY", path: ["scopes"] }],
    [
      ["PROFILE_READ", "CONSENT_REQUEST"],
      { code: "SCOPES_NOT_REQUESTED", values: { scopes: scopeNames(["CONSENT_REQUEST"]) }, path: ["scopes"] },
    ],
    [
      ["BILLS_PAY", "CONSENT_REQUEST"],
      {
        ...{ code: "SCOPES_NOT_REQUESTED", path: ["scopes"] },
        values: { scopes: scopeNames(["CONSENT_REQUEST", "BILLS_PAY"]) },
      },
    ],
  ];
  it.each(cases)("of %j is refused", (scopes, error) => {
    expect(approve(pending, scopes, FIRST)).toEqual({ ok: false, error });
  });

  it("gives some or all of what was asked for, each once", () => {
    const approved = must(approve(pending, ["PROFILE_READ", "PROFILE_READ"], FIRST));
    expect(approved.scopes).toEqual(["PROFILE_READ"]);
    expect(approved.requestedScopes).toEqual(["PROFILE_READ", "HOUSING_FUND_READ"]);
    expect(approved.approvedBy).toBe(FIRST.id);
  });
});

describe("an application", () => {
  const contact = APPLICATION.contact;
  it.each<[string, Partial<ApplicationInput>, string, string]>([
    ["a name of one character", { name: " 京 " }, "TEXT_LENGTH", "name"],
    ["a name with a control character", { name: "京城\u0000公司" }, "CONTROL_CHARACTERS", "name"],
    ["a name that turns its direction", { name: "京城\u202E公司" }, "CONTROL_CHARACTERS", "name"],
    ["a wrong check character", { creditCode: "111000000000133380" }, "CREDIT_CODE_INVALID", "creditCode"],
    [
      "a credit code in lower case",
      { creditCode: "11100000000013338w" },
      "CREDIT_CODE_INVALID",
      "creditCode",
    ],
    ["no contact name", { contact: { ...contact, name: "" } }, "TEXT_LENGTH", "contact.name"],
    [
      "a phone number of letters",
      { contact: { ...contact, phone: "phone" } },
      "PHONE_INVALID",
      "contact.phone",
    ],
    [
      "half a mobile number",
      { contact: { ...contact, phone: "1380013800" } },
      "PHONE_INVALID",
      "contact.phone",
    ],
    [
      "an email without a domain",
      { contact: { ...contact, email: "li@cn" } },
      "EMAIL_INVALID",
      "contact.email",
    ],
    ["two addresses", { contact: { ...contact, email: "a@b.cn,c@d.cn" } }, "EMAIL_INVALID", "contact.email"],
    ["no purpose", { purpose: "" }, "TEXT_LENGTH", "purpose"],
    ["a purpose that never ends", { purpose: "长".repeat(501) }, "TEXT_LENGTH", "purpose"],
    ["no scopes", { scopes: [] }, "SCOPES_EMPTY", "scopes"],
  ])("with %s is refused, and told where", (_, change, code, path) => {
    const checked = checkApplication({ ...APPLICATION, ...change });
    expect(checked).toMatchObject({ ok: false, error: { code, path: path.split(".") } });
  });

  it.each([
    "13800138000",
    "+86 13800138000",
    "010-65261234",
    "021-61234567-8001",
    "400-123-4567",
    "+442071234567",
  ])("takes the phone number %s", (phone) => {
    expect(checkApplication({ ...APPLICATION, contact: { ...contact, phone } }).ok).toBe(true);
  });

  it("has one form, whatever the spaces and the order of the scopes", () => {
    const spaced = {
      ...APPLICATION,
      name: ` ${APPLICATION.name} `,
      scopes: [...APPLICATION.scopes].reverse(),
    };
    expect(checkApplication(spaced)).toEqual(checkApplication(APPLICATION));
  });

  it("becomes a partner without any scope yet", () => {
    expect(pending).toMatchObject({
      status: "PENDING",
      scopes: [],
      requestedScopes: ["PROFILE_READ", "HOUSING_FUND_READ"],
    });
    expect(pending.approvedBy).toBeUndefined();
  });
});

describe("a partner's representative", () => {
  const { representative, representativeMode } = pending;
  const otherMode = representativeMode === "live" ? "test" : "live";

  it("is the person who applied, in the mode in which they did", () => {
    expect(isRepresentative(pending, { id: representative, mode: representativeMode })).toBe(true);
    expect(isRepresentative(pending, { id: representative, mode: otherMode })).toBe(false);
    expect(isRepresentative(pending, { id: "ctz_another", mode: representativeMode })).toBe(false);
  });

  it("is told of the partner, or of its new key, and others with them", () => {
    const { id: partnerId } = pending;
    expect(eventFor(pending, "partner.approved")).toEqual({
      ...{ type: "partner.approved", to: [representative], mode: representativeMode },
      payload: { about: partnerId, partnerId },
    });
    expect(eventFor(pending, "api-key.created", { about: "key_1", too: ["ctz_another"] })).toEqual({
      ...{ type: "api-key.created", to: [representative, "ctz_another"], mode: representativeMode },
      payload: { about: "key_1", partnerId },
    });
  });
});
