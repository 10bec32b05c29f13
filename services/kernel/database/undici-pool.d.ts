/** The one part of undici that is used: all of it would be a quarter of the function's bundle. */
declare module "undici/lib/dispatcher/pool.js" {
  import type { Pool } from "undici";

  const pool: typeof Pool;
  export default pool;
}
