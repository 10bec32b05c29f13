import type { Text } from "../../shared/texts/text.ts";

/** In this order: a tablet of Apple's calls itself a Macintosh, and a browser of Microsoft's Chrome as well. */
const SYSTEMS: readonly (readonly [RegExp, Text])[] = [
  [/iPhone/, { zh: "iPhone", en: "iPhone" }],
  [/iPad/, { zh: "iPad", en: "iPad" }],
  [/HarmonyOS|OpenHarmony/, { zh: "鸿蒙设备", en: "HarmonyOS device" }],
  [/Android/, { zh: "安卓设备", en: "Android device" }],
  [/Windows/, { zh: "Windows 电脑", en: "Windows computer" }],
  [/Macintosh|Mac OS X/, { zh: "Mac 电脑", en: "Mac" }],
  [/CrOS/, { zh: "Chromebook", en: "Chromebook" }],
  [/Linux/, { zh: "Linux 电脑", en: "Linux computer" }],
];
const BROWSERS: readonly (readonly [RegExp, Text])[] = [
  [/MicroMessenger/, { zh: "微信", en: "WeChat" }],
  [/Edg(?:A|iOS)?\//, { zh: "Edge", en: "Edge" }],
  [/Firefox\/|FxiOS\//, { zh: "Firefox", en: "Firefox" }],
  [/Chrome\/|CriOS\//, { zh: "Chrome", en: "Chrome" }],
  [/Safari\//, { zh: "Safari", en: "Safari" }],
];
const DEVICE: Text = { zh: "我的设备", en: "My device" };

const named = (names: readonly (readonly [RegExp, Text])[], agent: string): Text | undefined =>
  names.find(([pattern]) => pattern.test(agent))?.[1];

/** A name by which a person knows this device again, as the browser tells of it: "iPhone, Safari". */
export function deviceName(agent: string): Text {
  const system = named(SYSTEMS, agent) ?? DEVICE;
  const browser = named(BROWSERS, agent);
  if (!browser) return system;
  return { zh: `${system.zh}，${browser.zh}`, en: `${system.en}, ${browser.en}` };
}
