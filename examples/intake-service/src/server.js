import closeWithGrace from "close-with-grace";
import { readSettings, SettingsError } from "./settings.js";
import { startService } from "./start.js";

/** Whatever hangs, the process ends by then, in milliseconds. */
const lastCall = 4_500;

function settingsOrEnd() {
  try {
    return readSettings(process.argv.slice(2), process.env);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    console.error(error.message);
    process.exit(2);
  }
}

const { host, port, ...settings } = settingsOrEnd();
const logger = { level: process.env.LOG_LEVEL ?? "info" };
const { service } = await startService({ ...settings, logger });

closeWithGrace({ delay: lastCall, logger: service.log }, async ({ err }) => {
  if (err) service.log.error(err);
  await service.close();
});

if (settings.callers === undefined) {
  service.log.warn(
    "OPEN: whoever reaches this service may read and change everything, in every role. Only for trying out.",
  );
}
await service.listen({ host, port });
