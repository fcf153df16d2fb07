import { openDatabase } from "./database.js";
import { policy } from "./policy.js";
import { createRegistry } from "./registry.js";
import { createService } from "./service.js";

const { DATABASE_URL = "intake.db", HOST = "127.0.0.1", PORT = "3000" } = process.env;

const database = await openDatabase(DATABASE_URL);
const service = await createService({ registry: createRegistry(database), policy, logger: true });
service.addHook("onClose", () => database.destroy());

for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => service.close());
await service.listen({ host: HOST, port: Number(PORT) });
