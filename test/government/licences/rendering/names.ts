import fc from "fast-check";

/** Names that try something, or that few fonts have. */
export const ODD_NAMES: readonly string[] = [
  "<script>alert(1)</script>",
  "</text><image href='https://evil.example/x'/>",
  "]]><!-- & --> &amp; &#60; <![CDATA[",
  "\"' onload='alert(1)' x=\"",
  "张\u202E伟\u2066三\u2069",
  "a\u0000b\u0007c\u001Bd\u007F",
  "\uD842", // half a character
  "\uDFB7伟",
  "\uFFFE\uFFFF\u{1FFFF}",
  "𠮷㛃䶮",
  "𪛖𰻝",
  "买买提·吐尔逊江·阿不都热合曼",
  "بۇۋى مەريەم",
  "བསྟན་འཛིན།",
  "ẞ́Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L",
  "👩‍👩‍👧‍👦",
  "\u{E000}\u{F0000}",
  "一\n二\r\n三\t四",
  "W".repeat(120),
  "很长的名字".repeat(30),
  '=HYPERLINK("https://evil.example")',
  "(a) Tj ET \\) endstream",
  "",
  " ",
];

const half = fc.nat({ max: 0xffff }).map((unit) => String.fromCharCode(unit));

/** Any text that JSON can hold, halves of characters too. */
export const anyName = fc.oneof(
  fc.constantFrom(...ODD_NAMES),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.string({ unit: half, maxLength: 60 }),
  fc.array(fc.constantFrom(...ODD_NAMES), { maxLength: 4 }).map((some) => some.join("")),
);

/** A text without its spaces, as it can be compared when it was wrapped. */
export const unspaced = (text: string): string => text.replace(/\s/gu, "");
