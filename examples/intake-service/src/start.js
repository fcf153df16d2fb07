import { createAudits } from "./audits.js";
import { isPostgres, openDatabase } from "./database.js";
import { policy } from "./policy.js";
import { createRegistry } from "./registry.js";
import { createService } from "./service.js";
import { createWriter } from "./writes.js";

/** The service over a database; closing it closes all that belongs to it. */
export async function startService({ url, limits, ...given }) {
  const database = await openDatabase(url);
  const registry = createRegistry(database, createWriter(database, isPostgres(url)));
  const audits = createAudits(url, limits);
  const service = await createService({ registry, audits, policy, limits, ...given });
  service.addHook("onClose", async () => {
    await audits.close();
    await database.destroy();
  });
  return { service, registry };
}
