import { describe, expect, it } from "vitest";
import { plainName } from "../../services/field/plain-name.ts";

describe("a name is the same", () => {
  it.each<[string, ...string[]]>([
    ["王小明", " 王小明 ", "王 小明", "王　小明", "王\u00A0小明", "王\u200B小明"],
    [
      ...([
        "阿依古丽·买买提",
        "阿依古丽•买买提",
        "阿依古丽‧买买提",
        "阿依古丽・买买提",
        "阿依古丽･买买提",
      ] as const),
      ...["阿依古丽∙买买提", "阿依古丽⋅买买提", "阿依古丽●买买提", "阿依古丽.买买提", "阿依古丽．买买提"],
      ...["阿依古丽 · 买买提", "阿依古丽买买提", "阿依古丽 买买提"],
    ],
    ["Wang Xiaoming", "WANG XIAOMING", "Ｗａｎｇ　Ｘｉａｏｍｉｎｇ", "wangxiaoming"],
    ["京城便利店（朝阳）", "京城便利店(朝阳)", "京城便利店 ( 朝阳 )"],
    ["龍", "\uF9C4"],
    ["José", "Jose\u0301"],
  ])("%s, however it is typed", (name, ...others) => {
    for (const other of others) expect([other, plainName(other)]).toEqual([other, plainName(name)]);
  });
});

describe("a name is another", () => {
  it.each([
    ["王小明", "王小民"],
    ["王小明", "王明"],
    ["阿依古丽·买买提", "买买提·阿依古丽"],
    ["J. Wang", "J Wang"],
    ["京城3.5店", "京城35店"],
    ["·", ""],
  ])("%s and %s", (one, other) => {
    expect(plainName(one)).not.toBe(plainName(other));
  });
});
