/**
 * Loaded before a command of `local/`, it lets that process live at another time, `CLOCK_SHIFT_MS` later than it is; from
 * there time goes on.
 */
const shiftMs = Number(process.env["CLOCK_SHIFT_MS"] ?? 0);
const now = Date.now;

Date.now = () => now() + shiftMs;
globalThis.Date = new Proxy(Date, {
  construct: (target, given, as) => Reflect.construct(target, given.length > 0 ? given : [Date.now()], as),
});
