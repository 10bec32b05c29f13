/**
 * Lambda's treatment of a bundle: it imports it in a process of its own, and hands it one event after the other. Run by
 * boot.test.ts with the bundle's path and the name of its handler.
 */
const [bundle = "", name = ""] = process.argv.slice(2);

/** Of an ordinary function; one that keeps more in reserve is told of more. */
const REMAINING_MS = Number(process.env["BOOT_REMAINING_MS"] ?? 20_000);

try {
  const { [name]: handler } = await import(bundle);
  process.on("message", (event) => {
    handler(event, { awsRequestId: "boot", getRemainingTimeInMillis: () => REMAINING_MS }).then(
      (result: unknown) => process.send?.({ result }),
      (error: unknown) => process.send?.({ error: String(error) }),
    );
  });
  process.send?.({ booted: true });
} catch (error) {
  process.send?.({ error: String(error) });
  process.disconnect();
}
