/**
 * Values that are of their type and that somewhere have made a parser, a key, a loop or a log stumble, by the type's
 * name.
 */
export const HOSTILE: Readonly<Record<string, readonly unknown[]>> = {
  String: texts(),
  ID: [
    ...texts(),
    "app_0000000000000000",
    "ptn_zzzzzzzzzzzzzzzz",
    `itm_${"x".repeat(230)}`,
    "bill_",
    "_",
    "app_../../etc/passwd",
    "ctz_0123456789abcdef#profile",
  ],
  Int: [-(2 ** 31), 2 ** 31 - 1, 0, -1, -0, 101, 100, 99_999, 9_999, 10_000, 1_900],
  Boolean: [true, false],
  Date: [
    ...["1900-01-01", "9999-12-31", "2026-02-30", "2025-02-29", "0000-00-00", "10000-01-01", "-2026-01-01"],
    ...["2026-13-01", "2026-11-31", "2026-1-1", "2026-11-23T00:00:00Z", "２０２６-11-23", "", "1899-12-31"],
  ],
  Month: ["1900-01", "9999-12", "2026-13", "2026-00", "0000-01", "10000-01", "2026-1", "", "2026-11-01"],
  DateTime: [
    ...["1900-01-01T00:00:00.000Z", "9999-12-31T15:59:59.999Z", "9999-12-31T23:59:59.999Z"],
    ...["2026-02-30T00:00:00Z", "2026-11-23T24:00:00Z", "2026-11-23T25:61:61Z", "+275760-09-13T00:00:00Z"],
    ...["2026-11-23T10:00:00+23:59", "2026-11-23T10:00:00-99:99", "", "now", "1899-12-31T15:59:59.999Z"],
  ],
  Decimal: [
    ...["-999999999999.99999999", "999999999999.99999999", "0.00000001", "-0", "1e308", "NaN", "Infinity"],
    ...["", ".", "0.", "00000000000000000000000001", "١٢", "0x10", "1_000", "999999999999999999999999999999"],
  ],
  Money: [
    ...["-1000000000000.00", "1000000000000.00", "0.00", "-0.01", "0.001", "1", "1,000.00", "1e5", "NaN"],
    ...["", "0.91", "0.93", "0.94", "99999999999999999999.99", "１.00", "92233720368547758.07"],
  ],
  RegionCode: ["000000", "999999", "110199", "11010", "1101055", "１１0000", "", "119999", "__proto__"],
  JSONObject: objects(),
};

function texts(): readonly string[] {
  return [
    ...["", " ", "\u0000", "京城\u0000便民", "\u2028", "\u202Egnp.exe", "\u001b[31m", "a\r\nSet-Cookie: a=b"],
    ...["\uD800", "京\uDC00", "\uDC00\uD800", "𠮷".repeat(100), "e\u0301".repeat(90), "\uFEFF", "\uFFFF"],
    ...[
      "x".repeat(199),
      "x".repeat(200),
      "x".repeat(201),
      "x".repeat(5_000),
      "京".repeat(4_000),
      "é".repeat(256),
    ],
    ...["__proto__", "constructor", "toString", "hasOwnProperty", "then", "length", "prototype"],
    ...[
      "a#b/c_d|e",
      "#",
      "#profile",
      "../../etc/passwd",
      "%00",
      "%2e%2e%2f",
      "\\",
      '"',
      "'",
      "`",
      "$",
      "$" + "{1+1}",
    ],
    ...["null", "undefined", "NaN", "true", "0", "-1", "1e999", "[object Object]", "{}", "[]"],
    ...["'; DROP TABLE registry; --", "<script>alert(1)</script>", "{{7*7}}", "%s%s%n", "$ne"],
    ...[`${"a".repeat(34)}!`, "((((((((((((((((((((", "١٢٣", "0".repeat(40), "9".repeat(190)],
    ...[
      "2026-02-30",
      "99:99",
      "24:00",
      "-1:00",
      "0.0.0.0/0",
      "::/0",
      "999.1.1.1/33",
      "http://169.254.169.254/",
    ],
    ...["11010519491231002x", "110105194912310020", "999999199002309999", "00000000000000000X"],
  ];
}

/** Keys that objects have by nature are own ones here, as JSON makes them. */
function objects(): readonly unknown[] {
  return [
    ...[
      {},
      { a: null },
      { "": "" },
      { a: [] },
      { a: {} },
      { "\uD800": 1 },
      { a: "\uDC00" },
      { "a.b#c/d": 1 },
    ],
    JSON.parse('{"__proto__": {"isAdmin": true}}'),
    JSON.parse('{"constructor": {"prototype": {"isAdmin": true}}, "toString": 1, "hasOwnProperty": 1}'),
    JSON.parse('{"applicantName": {"__proto__": null}, "idNumber": ["11010519491231002X"]}'),
    ...[{ a: 1e308 }, { a: -0 }, { a: 5e-324 }, { a: 2 ** 53 + 2 }, { a: 0.1 + 0.2 }, { a: 1e21 }],
    ...[
      { ["x".repeat(200)]: 1 },
      { ["x".repeat(201)]: 1 },
      { a: "京".repeat(30_000) },
      { a: "京".repeat(40_000) },
    ],
    Object.fromEntries(Array.from({ length: 2_000 }, (_, i) => [`k${i}`, i])),
    JSON.parse(`${'{"a":'.repeat(39)}{}${"}".repeat(39)}`),
    JSON.parse(`${'{"not":'.repeat(100)}{}${"}".repeat(100)}`),
    JSON.parse(`{"a":${"[".repeat(60)}${"]".repeat(60)}}`),
    ...[{ applicantName: "\u0000", monthlyRent: "-1.00", idNumber: "__proto__" }, { monthlyRent: 1e308 }],
    ...[{ "==": [1, 1] }, { var: "__proto__" }, { all: [{ var: "" }, {}] }, { if: [] }, { cat: ["a", "b"] }],
  ];
}
