/**
 * Makes a token for a role, and enters it in a list of callers: `node src/new-caller.js callers.json "IT operations" read approve`.
 * The token is printed, and kept nowhere; the list holds its fingerprint.
 */
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createCallers, describeCaller, rights } from "./callers.js";

const [file, role, ...may] = process.argv.slice(2);
const token = randomBytes(32).toString("base64url");

if (role === undefined || may.length === 0) {
  console.error(`Say the list, a role and what it may do: callers.json "IT operations" ${rights.join(" ")}`);
  process.exit(2);
}

try {
  const callers = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];
  const list = [...callers, describeCaller(role, may, token)];
  createCallers(list);
  writeFileSync(file, `${JSON.stringify(list, null, 2)}\n`, { mode: 0o600 });
  console.log(token);
} catch (error) {
  console.error(`Nothing was entered in "${file}". ${error.message}`);
  process.exit(2);
}
