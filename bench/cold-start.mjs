/**
 * A bare process, as Lambda starts one: imports a bundle, has its handler answer one event, and prints what that took on the
 * clock and of the processor, with what the whole process took so far of both. Run by bench/bundle.ts; no TypeScript, for
 * stripping its types would count as well.
 */
const [bundle = "", event = "{}"] = process.argv.slice(2);
const cpuMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

const before = { wallMs: performance.now(), cpuMs: cpuMs() };
const { handler } = await import(bundle);
const { statusCode, body } = await handler(JSON.parse(event), { getRemainingTimeInMillis: () => 10_000 });
const after = { wallMs: performance.now(), cpuMs: cpuMs() };

if (statusCode !== 200 || body.includes("errors")) throw new Error(body);
const own = { wallMs: after.wallMs - before.wallMs, cpuMs: after.cpuMs - before.cpuMs };
console.log(JSON.stringify({ own, whole: after }));
