// Tries a million hostile values, or as many as are asked for, in the places where something is decided: `npm run attack -- 100000`.
import { spawnSync } from "node:child_process";

const places = 10;
const asked = Number(process.argv[2] ?? 1_000_000);
const begun = process.hrtime.bigint();
const { status } = spawnSync("npx", ["vitest", "run", "test/hostile/governance.test.ts"], {
  stdio: "inherit",
  env: { ...process.env, HOSTILE_INPUTS: String(Math.ceil(asked / places)) },
});
const seconds = Number((process.hrtime.bigint() - begun) / 1_000_000_000n);
console.log(`${asked} hostile values in ${places} places, ${seconds} s: ${status === 0 ? "held" : "BROKEN"}`);
process.exit(status ?? 1);
