import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { mutatedRooms } from "./mutated-rooms.mjs";

// Mutates one room after the other, or those that are named, and tells how many mutants their tests noticed.

const asked = process.argv.slice(2);
const rooms = asked.length > 0 ? asked : Object.keys(mutatedRooms);

function mutate(room) {
  const env = { ...process.env, TEST_FOLDERS: mutatedRooms[room].join() };
  const { status } = spawnSync("npx", ["stryker", "run", "--mutate", `src/${room}/**/*.ts`], { env, stdio: "inherit" });
  return { room, kept: status === 0, ...tally() };
}

function tally() {
  const report = JSON.parse(readFileSync(".cache/mutation.json", "utf8"));
  const statuses = Object.values(report.files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const count = (...wanted) => statuses.filter((status) => wanted.includes(status)).length;
  const detected = count("Killed", "Timeout");
  const undetected = count("Survived", "NoCoverage");
  return { detected, undetected, score: `${((100 * detected) / (detected + undetected)).toFixed(1)} %` };
}

const results = rooms.map(mutate);
console.table(results);
process.exitCode = results.every(({ kept }) => kept) ? 0 : 1;
